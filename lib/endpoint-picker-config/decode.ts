import type { Path } from '../text/path';
import { amount } from '../text/quantity';
import { parseGoDuration } from '../text/duration';
import type { Constraint, ListShape, ObjectShape, ScalarShape, Shape } from '../catalogue/endpoint-picker/shape';

/** How a Go program reads JSON into its types. */
export interface DecodeOptions {
  /** Kubernetes' decoder asks for the exact name of a field; Go's own takes any case. */
  readonly caseSensitive: boolean;
  /** Whether only types count, as for a field that another one replaces. */
  readonly typesOnly?: boolean;
  /** A value that does not fit. */
  wrong(path: Path, message: string, remedy: string): void;
  /** A field that the type does not have. */
  unknown(path: Path, name: string, shape: ObjectShape): void;
}

/** The Go value of JSON, without what does not fit: fields by their proper names, durations in nanoseconds. */
export function decode(value: unknown, shape: Shape, path: Path, options: DecodeOptions): any {
  if (shape.kind === 'any') return value;
  if (value === null) {
    if ('notNull' in shape && shape.notNull) {
      options.wrong(path, `it is empty, but must be ${WANTED[shape.kind]}`, 'leave it out');
    }
    return undefined;
  }
  if (shape.kind === 'object') return decodeObject(value, shape, path, options);
  const decoded = shape.kind === 'list' ? decodeList(value, shape, path, options) : decodeScalar(value, shape);
  if (decoded === undefined) {
    options.wrong(path, `${show(value)} is there, expected ${WANTED[shape.kind]}`, `write ${WANTED[shape.kind]}`);
    return undefined;
  }
  if (shape.constraint === undefined || options.typesOnly || holds(shape.constraint, decoded)) return decoded;
  options.wrong(path, `${show(value)} is there, but it must be ${shape.constraint.expected}`, 'write such a value');
  return undefined;
}

/** The operand has the type that the constraint is for: it was decoded by the same shape. */
function holds(constraint: Constraint, value: unknown): boolean {
  return constraint.holds(value);
}

const WANTED: { readonly [kind in Shape['kind']]: string } = {
  any: 'anything',
  boolean: 'true or false',
  duration: 'a duration such as 1m30s',
  integer: 'a whole number',
  list: 'a list',
  number: 'a number',
  object: 'a mapping',
  quantity: 'a quantity such as 1Gi',
  string: 'a string',
};

function decodeList(value: unknown, { of }: ListShape, path: Path, options: DecodeOptions): unknown[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.map((item: unknown, index) => {
    // Go makes an empty value of `null` in a list.
    const given = item === null && of.kind === 'object' ? {} : item;
    return decode(given, of, [...path, index], options) ?? EMPTY[of.kind];
  });
}

const EMPTY: { readonly [kind: string]: unknown } = { object: {}, string: '', list: [] };

interface Fields {
  readonly [key: string]: unknown;
}

function decodeObject(value: unknown, shape: ObjectShape, path: Path, options: DecodeOptions): any {
  if (!isMapping(value)) {
    options.wrong(path, `${show(value)} is there, expected a mapping`, 'write a mapping');
    return undefined;
  }
  const fields: { [name: string]: unknown } = {};
  const keys = keysByName(value, shape, path, options);
  for (const [name, key] of keys) {
    const decoded = decode(value[key], shape.fields[name], [...path, key], options);
    if (decoded !== undefined) fields[name] = decoded;
  }
  for (const name of options.typesOnly ? [] : (shape.required ?? [])) {
    // A value that does not fit was reported before.
    const given = value[keys.get(name) ?? name] ?? '';
    if (given === '') options.wrong(path, `${name} is missing`, `add ${name}`);
  }
  return fields;
}

/** The key that counts for each field. YAML's keys are sorted on the way to Go, and the last one counts. */
function keysByName(value: Fields, shape: ObjectShape, path: Path, options: DecodeOptions): Map<string, string> {
  const keys = new Map<string, string>();
  for (const key of Object.keys(value).sort()) {
    const name = nameOf(key, shape, options);
    if (name === undefined) {
      if (!shape.open) options.unknown([...path, key], key, shape);
      continue;
    }
    const replaced = keys.get(name);
    if (replaced !== undefined) {
      decode(value[replaced], shape.fields[name], [...path, replaced], { ...options, typesOnly: true });
    }
    keys.set(name, key);
  }
  return keys;
}

function nameOf(key: string, { fields }: ObjectShape, { caseSensitive }: DecodeOptions): string | undefined {
  if (Object.hasOwn(fields, key)) return key;
  return caseSensitive ? undefined : Object.keys(fields).find((name) => name.toLowerCase() === key.toLowerCase());
}

/** The value of a scalar; undefined where it does not fit. */
function decodeScalar(value: unknown, { kind }: ScalarShape): unknown {
  switch (kind) {
    case 'string':
    case 'boolean':
      return typeof value === kind ? value : undefined;
    case 'integer':
      return Number.isInteger(value) && Math.abs(value as number) < 2 ** 63 ? value : undefined;
    case 'number':
      return typeof value === 'number' ? value : undefined;
    case 'duration':
      return typeof value === 'string' ? nanoseconds(value) : undefined;
    case 'quantity':
      return typeof value === 'string' || typeof value === 'number' ? amount(String(value)) : undefined;
  }
}

function nanoseconds(text: string): number | undefined {
  const duration = parseGoDuration(text);
  return duration === undefined ? undefined : Number(duration);
}

function isMapping(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as an error shows it. */
function show(value: unknown): string {
  return Array.isArray(value) ? 'a list' : isMapping(value) ? 'a mapping' : JSON.stringify(value);
}
