import type { Path } from '../../finding';
import type { Field, Node, ObjectNode } from '../tree/node';
import { parseDuration } from './duration';
import { parseQuantity } from './quantity';
import type { ListShape, ObjectShape, ScalarShape, Shape } from './shape';

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

/** What is left of JSON in a Go value: fields by their proper names, durations in nanoseconds, and nothing wrong. */
export function decode(node: Node, shape: Shape, path: Path, options: DecodeOptions): any {
  if (shape.is === 'any') return node;
  if (node.is === 'null') {
    if ('notNull' in shape && shape.notNull)
      options.wrong(path, `it is empty, but must be ${WANTED[shape.is]}`, 'leave it out');
    return undefined;
  }
  if (shape.is === 'object') return decodeObject(node, shape, path, options);
  const value = shape.is === 'list' ? decodeList(node, shape, path, options) : decodeScalar(node, shape);
  if (value === undefined) {
    options.wrong(path, `${showNode(node)} is there, expected ${WANTED[shape.is]}`, `write ${WANTED[shape.is]}`);
    return undefined;
  }
  if (shape.must === undefined || options.typesOnly || shape.must.holds(value)) return value;
  options.wrong(path, `${showNode(node)} is there, but it must be ${shape.must.be}`, 'write such a value');
  return undefined;
}

const WANTED: { readonly [is in Shape['is']]: string } = {
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

function decodeList(node: Node, shape: ListShape, path: Path, options: DecodeOptions): unknown[] | undefined {
  if (node.is !== 'list') return undefined;
  return node.items.map((item, index) => {
    // Go makes an empty value of `null` in a list.
    const isEmptyObject = item.is === 'null' && shape.of.is === 'object';
    const value = isEmptyObject ? { ...item, is: 'object' as const, fields: [] } : item;
    return decode(value, shape.of, [...path, index], options) ?? EMPTY[shape.of.is];
  });
}

const EMPTY: { readonly [is: string]: unknown } = { object: {}, string: '', list: [] };

function decodeObject(node: Node, shape: ObjectShape, path: Path, options: DecodeOptions): any {
  if (node.is !== 'object') {
    options.wrong(path, `${showNode(node)} is there, expected a mapping`, 'write a mapping');
    return undefined;
  }
  const values: { [name: string]: unknown } = {};
  for (const [name, field] of fieldsByName(node, shape, path, options)) {
    const value = decode(field.value, shape.fields[name], [...path, field.key], options);
    if (value !== undefined) values[name] = value;
  }
  for (const name of options.typesOnly ? [] : (shape.required ?? [])) {
    if (isEmpty(values[name]) && !isBroken(node, name)) options.wrong(path, `it has no ${name}`, `add ${name}`);
  }
  return values;
}

/** The field that counts for each name: the last one, where there are several. */
function fieldsByName(node: ObjectNode, shape: ObjectShape, path: Path, options: DecodeOptions): Map<string, Field> {
  const fields = new Map<string, Field>();
  for (const field of node.fields) {
    const name = nameOf(field, shape, options);
    const place = [...path, field.key];
    if (name === undefined) {
      if (!shape.open) options.unknown(place, field.key, shape);
      continue;
    }
    const replaced = fields.get(name);
    if (replaced !== undefined && options.caseSensitive) options.wrong(place, 'it is there twice', 'keep one of them');
    else if (replaced !== undefined) {
      decode(replaced.value, shape.fields[name], [...path, replaced.key], { ...options, typesOnly: true });
    }
    fields.set(name, field);
  }
  return fields;
}

/** Whether a field has a value, so that something was said of it already. */
function isBroken(node: ObjectNode, name: string): boolean {
  const value = node.fields.findLast(({ key }) => key === name)?.value;
  return value !== undefined && value.is !== 'null' && !(value.is === 'string' && value.value === '');
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '';
}

function nameOf({ key }: Field, { fields }: ObjectShape, { caseSensitive }: DecodeOptions): string | undefined {
  if (Object.hasOwn(fields, key)) return key;
  return caseSensitive ? undefined : Object.keys(fields).find((name) => name.toLowerCase() === key.toLowerCase());
}

/** The value of a scalar; undefined where it does not fit. */
function decodeScalar(node: Node, { is }: ScalarShape): unknown {
  switch (is) {
    case 'string':
      return node.is === 'string' ? node.value : undefined;
    case 'boolean':
      return node.is === 'boolean' ? node.value : undefined;
    case 'integer':
      return node.is === 'number' && isInt64(node.literal) ? Number(node.literal) : undefined;
    case 'number':
      return node.is === 'number' && Number.isFinite(Number(node.literal)) ? Number(node.literal) : undefined;
    case 'duration':
      return node.is === 'string' ? parseDuration(node.value) : undefined;
    case 'quantity':
      return node.is === 'string'
        ? parseQuantity(node.value.trim())
        : node.is === 'number'
          ? parseQuantity(node.literal)
          : undefined;
  }
}

function isInt64(literal: string): boolean {
  return /^-?\d+$/.test(literal) && BigInt.asIntN(64, BigInt(literal)) === BigInt(literal);
}

/** A value as an error shows it. */
export function showNode(node: Node): string {
  switch (node.is) {
    case 'null':
      return 'nothing';
    case 'list':
      return 'a list';
    case 'object':
      return 'a mapping';
    case 'number':
      return node.literal;
    default:
      return JSON.stringify(node.value);
  }
}
