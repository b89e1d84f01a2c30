import { FORMATS } from '../../schema/formats';
import { show } from '../checks';

/*
 * Whether a value fits a schema that only shows itself at run time. The schemas that we know are compiled ahead; this
 * is for the few values in a definition.
 */

interface Schema {
  readonly [keyword: string]: any;
}

/** Continues `VALUE …`; undefined where the value fits. */
export function nonconformity(value: any, schema: Schema): string | undefined {
  if (value === null) return schema.nullable === true ? undefined : 'is null, which the schema does not allow';
  if (!hasType(value, schema)) return `is not of type ${schema.type ?? 'integer or string'}`;
  return (
    first(KEYWORDS, ([keyword, check]) => {
      const expected = schema[keyword];
      return expected === undefined || expected === null ? undefined : check(value, expected, schema);
    }) ?? inside(value, schema)
  );
}

const TYPES: { readonly [type: string]: (value: any) => boolean } = {
  array: Array.isArray,
  boolean: (value) => typeof value === 'boolean',
  integer: Number.isInteger,
  number: (value) => typeof value === 'number',
  object: isObject,
  string: (value) => typeof value === 'string',
};

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasType(value: unknown, schema: Schema): boolean {
  if (schema['x-kubernetes-int-or-string'] === true) return typeof value === 'string' || Number.isInteger(value);
  return TYPES[schema.type]?.(value) ?? true;
}

type Keyword = (value: any, expected: any, schema: Schema) => string | undefined;

const measured =
  (measure: (value: any) => number | undefined, what: string, bad: (size: number, limit: number) => boolean): Keyword =>
  (value, limit) => {
    const size = measure(value);
    return size !== undefined && bad(size, limit) ? `is ${what} ${limit}` : undefined;
  };

const isMore = (size: number, limit: number) => size > limit;
const isLess = (size: number, limit: number) => size < limit;
const number = (value: unknown) => (typeof value === 'number' ? value : undefined);
const characters = (value: unknown) => (typeof value === 'string' ? [...value].length : undefined);
const items = (value: unknown) => (Array.isArray(value) ? value.length : undefined);
const entries = (value: unknown) => (isObject(value) ? Object.keys(value).length : undefined);

const KEYWORDS: readonly (readonly [string, Keyword])[] = [
  [
    'enum',
    (value, expected: unknown[]) =>
      expected.length === 0 || expected.some((one) => same(one, value)) ? undefined : `is not one of ${show(expected)}`,
  ],
  [
    'maximum',
    (value, limit, { exclusiveMaximum }) =>
      number(value)! > limit || (exclusiveMaximum && value === limit) ? `is more than ${limit}` : undefined,
  ],
  [
    'minimum',
    (value, limit, { exclusiveMinimum }) =>
      number(value)! < limit || (exclusiveMinimum && value === limit) ? `is less than ${limit}` : undefined,
  ],
  [
    'multipleOf',
    (value, of) => (typeof value === 'number' && value % of !== 0 ? `is no multiple of ${of}` : undefined),
  ],
  ['maxLength', measured(characters, 'longer than', isMore)],
  ['minLength', measured(characters, 'shorter than', isLess)],
  ['maxItems', measured(items, 'a list of more than', isMore)],
  ['minItems', measured(items, 'a list of less than', isLess)],
  ['maxProperties', measured(entries, 'an object of more fields than', isMore)],
  ['minProperties', measured(entries, 'an object of less fields than', isLess)],
  [
    'pattern',
    (value, pattern) =>
      typeof value !== 'string' || matches(value, pattern) ? undefined : `does not match ${pattern}`,
  ],
  [
    'format',
    (value, name: string) =>
      name === 'date-time' && typeof value === 'string' && !FORMATS['go-time'].matches(value)
        ? `is not ${FORMATS['go-time'].description}`
        : undefined,
  ],
  ['required', (value, names: string[]) => missing(value, names)],
  ['allOf', (value, parts: Schema[]) => first(parts, (part) => nonconformity(value, part))],
  ['anyOf', (value, parts: Schema[]) => (count(value, parts) > 0 ? undefined : 'fits none of anyOf')],
  [
    'oneOf',
    (value, parts: Schema[]) =>
      count(value, parts) === 1 ? undefined : `fits ${count(value, parts)} of oneOf, expected 1`,
  ],
  [
    'not',
    (value, part: Schema) => (nonconformity(value, part) === undefined ? 'fits what it must not fit' : undefined),
  ],
];

function missing(value: unknown, names: readonly string[]): string | undefined {
  const name = isObject(value) ? names.find((field) => !Object.hasOwn(value, field)) : undefined;
  return name && `lacks ${name}`;
}

function count(value: unknown, parts: readonly Schema[]): number {
  return parts.filter((part) => nonconformity(value, part) === undefined).length;
}

function matches(value: string, pattern: string): boolean {
  try {
    return new RegExp(pattern).test(value);
  } catch {
    // Somebody else says so.
    return true;
  }
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function inside(value: any, schema: Schema): string | undefined {
  if (Array.isArray(value)) return schema.items && first(value, (item) => nonconformity(item, schema.items));
  if (!isObject(value)) return undefined;
  return first(Object.entries(value), ([name, field]) => {
    const described = schema.properties?.[name] ?? schema.additionalProperties;
    if (described !== undefined && described !== true) return nonconformity(field, described);
    // A part below a condition says nothing about fields that it does not name.
    const closed = schema.type === 'object' && !described && schema['x-kubernetes-preserve-unknown-fields'] !== true;
    return closed ? `has a field ${name} that its schema has not` : undefined;
  });
}

function first<Item>(list: readonly Item[], say: (item: Item) => string | undefined): string | undefined {
  for (const item of list) {
    const wrong = say(item);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}
