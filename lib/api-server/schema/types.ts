import { isQuantity } from '../../text/quantity';

/** A type that a schema may ask for. */
export interface Type {
  /** Continues `expected …`. */
  readonly description: string;
  matches(value: unknown): boolean;
  /** The replacement for a list item of another type, so that the other items keep their positions. */
  readonly empty: unknown;
}

/** The API server reads integers beyond 64 bits as floats. */
const INT64 = 2 ** 63;

/** Every type, by the name that it has in `imports/schemas`. */
export const TYPES = {
  string: { description: 'a string', matches: (value) => typeof value === 'string', empty: '' },
  integer: { description: 'an integer', matches: isInteger, empty: 0 },
  number: { description: 'a number', matches: Number.isFinite, empty: 0 },
  boolean: { description: 'a boolean', matches: (value) => typeof value === 'boolean', empty: false },
  'int-or-string': {
    description: 'an integer or a string',
    matches: (value) => typeof value === 'string' || isInteger(value),
    empty: 0,
  },
  quantity: { description: 'a quantity', matches: isQuantity, empty: 0 },
  array: { description: 'a list', matches: Array.isArray, empty: Object.freeze([]) },
  object: { description: 'a mapping', matches: isObject, empty: Object.freeze({}) },
} as const satisfies { readonly [name: string]: Type };

export type TypeName = keyof typeof TYPES;

/** Whether schemas have a type of this name. */
export function isTypeName(name: unknown): name is TypeName {
  return typeof name === 'string' && Object.hasOwn(TYPES, name);
}

/** Describes the type of a value, for a message. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return TYPES.array.description;
  if (typeof value === 'number' && !Number.isFinite(value)) return 'not a number';
  const name = typeof value;
  return isTypeName(name) ? TYPES[name].description : `a ${name}`;
}

/** Whether a value is a mapping, as YAML calls it. */
export function isObject(value: unknown): value is { readonly [field: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a string, number or boolean. */
export function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function isInteger(value: unknown): boolean {
  return Number.isInteger(value) && Math.abs(value as number) <= INT64;
}
