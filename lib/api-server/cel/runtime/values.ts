import { fail } from './errors';
import { codePoints } from './strings';

/** A field that the schema does not require. */
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

/** An int-or-string where only a string will do. */
export function text(value: number | string): string {
  return typeof value === 'string' ? value : fail('no such overload');
}

/** An int-or-string where only an int will do. */
export function number(value: number | string): number {
  return typeof value === 'number' ? value : fail('no such overload');
}

/** The size of an int-or-string. */
export function size(value: number | string): number {
  return typeof value === 'string' ? codePoints(value) : fail('no such overload: size');
}

/** Less than 0, 0 or more than 0, where an int-or-string takes part. */
export function compare(left: number | string, right: number | string): number {
  if (typeof left !== typeof right) fail('no such overload');
  return left < right ? -1 : Number(left > right);
}

/** Lists, maps and what is in them. */
export function equals(left: any, right: any): boolean {
  if (left === null || right === null || typeof left !== 'object' || typeof right !== 'object') return left === right;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && equals(left[key], right[key]))
  );
}

const TWO_TO_63 = 2 ** 63;

/** YAML gives numbers of 53 bits; only what leaves 64 bits is an error. */
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
