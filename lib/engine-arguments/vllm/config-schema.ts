import { hasUnknown } from '../../text/unknown-value';
import type { Bounds, Schema } from './argument-table';
import { CONFIG_CHECKS } from './config-checks';
import { pythonFloat, pythonInt } from './python-values';

/** What is wrong in a JSON value: the place in it, and what was expected there. */
export interface Mismatch {
  readonly place: string;
  readonly expected: string;
}

/**
 * Reads a JSON value as pydantic does when vLLM gives it one of its configuration classes: `"true"` is a boolean, and
 * `"5"` and `5.0` are integers. Reports mismatches, and gives the value with everything in its type.
 */
export function readConfig(schema: Schema, value: unknown, place: string, report: (mismatch: Mismatch) => void): any {
  const wrong = (expected: string) => report({ place, expected });
  if (typeof value === 'string' && hasUnknown(value)) return value;
  if (typeof schema === 'string') return readPlain(schema, {}, value, wrong);
  if ('type' in schema) return readPlain(schema.type, schema, value, wrong);
  if ('optional' in schema) return value === null ? null : readConfig(schema.optional, value, place, report);
  if ('literal' in schema) {
    const { literal, folded } = schema;
    const found = literal.find((choice) => choice === (typeof value === 'string' ? fold(value, folded) : value));
    return found ?? wrong(`one of ${literal.map((choice) => JSON.stringify(choice)).join(', ')}`);
  }
  if ('list' in schema) {
    const { list, least = 0 } = schema;
    if (!Array.isArray(value) || value.length < least) return wrong(least > 0 ? 'a list that is not empty' : 'a list');
    return value.map((item, index) => readConfig(list, item, `${place}[${index}]`, report));
  }
  if ('oneOf' in schema) return readOneOf(schema.oneOf, value, place, report);
  if (!isObject(value)) return wrong('an object');
  if ('map' in schema) {
    const unknown = Object.keys(value).find((key) => schema.keys?.includes(key) === false);
    if (unknown !== undefined) return report({ place: join(place, unknown), expected: oneOf(schema.keys!) });
    return mapValues(value, (item, key) => readConfig(schema.map, item, join(place, key), report));
  }
  let isWhole = true;
  const fields = mapValues(value, (item, key) => {
    const fail = (mismatch: Mismatch) => {
      isWhole = false;
      report(mismatch);
    };
    const field = Object.hasOwn(schema.object, key) ? schema.object[key] : undefined;
    if (field !== undefined) return readConfig(field, item, join(place, key), fail);
    return fail({ place: join(place, key), expected: `only the fields ${Object.keys(schema.object).join(', ')}` });
  });
  const violation = isWhole && schema.checks !== undefined ? CONFIG_CHECKS[schema.checks](fields) : undefined;
  if (violation !== undefined) wrong(violation);
  return fields;
}

function readOneOf(
  schemas: readonly Schema[],
  value: unknown,
  place: string,
  report: (mismatch: Mismatch) => void,
): any {
  const failures: Mismatch[][] = [];
  for (const schema of schemas) {
    const mismatches: Mismatch[] = [];
    const result = readConfig(schema, value, place, (mismatch) => mismatches.push(mismatch));
    if (mismatches.length === 0) return result;
    failures.push(mismatches);
  }
  // Where only one alternative looks into the value, what it found there says more than a list of all.
  const inner = failures.find(([first]) => first.place !== place);
  (inner ?? [{ place, expected: failures.map(([{ expected }]) => expected).join(', or ') }]).forEach(report);
}

const TRUE = ['true', 't', 'yes', 'y', 'on', '1'];
const FALSE = ['false', 'f', 'no', 'n', 'off', '0'];

function readPlain(type: string, bounds: Bounds, value: unknown, wrong: (expected: string) => void): unknown {
  if (type === 'any') return value;
  if (type === 'str') return typeof value === 'string' ? value : wrong('a string');
  if (type === 'bool') return readBool(value) ?? wrong('true or false');
  const number = readNumber(value);
  if (number === undefined || (type === 'int' && !Number.isInteger(number))) {
    return wrong(type === 'int' ? 'a whole number' : 'a number');
  }
  // pydantic takes no float of this size for an integer.
  if (type === 'int' && Math.abs(number) >= 2 ** 63) return wrong('a smaller whole number');
  const limit = outOfBounds(number, bounds);
  return limit === undefined ? number : wrong(`a number ${limit}`);
}

function readBool(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const word = typeof value === 'string' ? value.toLowerCase() : JSON.stringify(value);
  return TRUE.includes(word) ? true : FALSE.includes(word) ? false : undefined;
}

function readNumber(value: unknown): number | undefined {
  if (typeof value === 'string') return pythonInt(value) ?? pythonFloat(value);
  return typeof value === 'number' || typeof value === 'boolean' ? Number(value) : undefined;
}

const LIMITS: readonly (readonly [keyof Bounds, string, (number: number, limit: number) => boolean])[] = [
  ['gt', 'above', (number, limit) => number > limit],
  ['ge', 'of at least', (number, limit) => number >= limit],
  ['lt', 'below', (number, limit) => number < limit],
  ['le', 'of at most', (number, limit) => number <= limit],
];

/** The limit that a number breaks, in words: `of at least 1`. */
export function outOfBounds(number: number, bounds: Bounds): string | undefined {
  for (const [key, words, holds] of LIMITS) {
    const limit = bounds[key];
    if (limit !== undefined && !holds(number, limit)) return `${words} ${limit}`;
  }
  return undefined;
}

function fold(text: string, folded: 'upper' | 'lower' | undefined): string {
  if (folded === undefined) return text;
  return folded === 'upper' ? text.toUpperCase() : text.toLowerCase().replaceAll('-', '_');
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mapValues(object: { readonly [key: string]: unknown }, map: (value: unknown, key: string) => unknown): any {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value, key)]));
}

function join(place: string, key: string): string {
  return place === '' ? key : `${place}.${key}`;
}

function oneOf(keys: readonly string[]): string {
  return `only the keys ${keys.join(', ')}`;
}
