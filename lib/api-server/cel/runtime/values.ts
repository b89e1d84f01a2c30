import { fail } from './errors';
import { codePoints } from './strings';

/** The value of an optional field. */
export function field(object: any, name: string): any {
  return object[name] ?? fail(`no such key: ${name}`);
}

/** The value of a key in a map. */
export function entry(map: any, key: string): any {
  return Object.hasOwn(map, key) ? map[key] : fail(`no such key: ${key}`);
}

export function item<Item>(list: readonly Item[], index: number): Item {
  return index >= 0 && index < list.length ? list[index] : fail(`index out of bounds: ${index}`);
}

/** An int-or-string that must be a string. */
export function text(value: number | string): string {
  return typeof value === 'string' ? value : fail('no such overload');
}

/** An int-or-string that must be an int. */
export function number(value: number | string): number {
  return typeof value === 'number' ? value : fail('no such overload');
}

/** The size of an int-or-string. */
export function size(value: number | string): number {
  return typeof value === 'string' ? codePoints(value) : fail('no such overload: size');
}

/** Compares values of which one is an int-or-string: less than 0, 0 or more than 0. */
export function compare(left: number | string, right: number | string): number {
  if (typeof left !== typeof right) fail('no such overload');
  return left < right ? -1 : Number(left > right);
}

/** Deep equality of lists and maps. */
export function equals(left: any, right: any): boolean {
  if (left === null || right === null || typeof left !== 'object' || typeof right !== 'object') return left === right;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && equals(left[key], right[key]))
  );
}

const TWO_TO_63 = 2 ** 63;

/** Numbers from YAML have 53 bits here; CEL reports an overflow beyond 64 bits. */
export function int64(value: number): number {
  return value >= -TWO_TO_63 && value < TWO_TO_63 ? value : fail('integer overflow');
}

export function divide(left: number, right: number): number {
  return right === 0 ? fail('division by zero') : int64(Math.trunc(left / right));
}

export function modulo(left: number, right: number): number {
  return right === 0 ? fail('modulus by zero') : left % right;
}

export function parseInteger(text: string): number {
  return /^[+-]?\d+$/.test(text) ? int64(Number(text)) : fail("type conversion error from 'string' to 'int'");
}
