import { escaped } from './field-names';

/** The type of a CEL expression. */
export type Type =
  | { readonly is: ScalarKind }
  | { readonly is: 'list'; readonly of: Type; readonly unordered?: boolean }
  | { readonly is: 'map'; readonly of: Type }
  | { readonly is: 'object'; readonly fields: ReadonlyMap<string, Field> };

/**
 * `int-or-string` is dynamic in Kubernetes: what it is shows itself at run time. `type` is the type of a type,
 * `nothing` that of what an empty list holds, `optional` an optional without a value, `formatted` a string whose format
 * makes it a value of another type, which no rule that we know of touches.
 */
export type ScalarKind =
  | 'bool'
  | 'int'
  | 'double'
  | 'string'
  | 'null'
  | 'int-or-string'
  | 'duration'
  | 'quantity'
  | 'url'
  | 'type'
  | 'nothing'
  | 'optional'
  | 'formatted';

export type Kind = Type['is'];

/** A field of an object, by the name that CEL has for it. */
export interface Field {
  readonly name: string;
  readonly type: Type;
  /** Whether every valid object has it, once defaults are applied. */
  readonly present: boolean;
}

/** The part of a structural schema that types and rules come from. */
export interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly nullable?: boolean;
  readonly default?: unknown;
  readonly properties?: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly [keyword: string]: unknown;
}

export const BOOL: Type = { is: 'bool' };
export const INT: Type = { is: 'int' };
export const STRING: Type = { is: 'string' };

/** Bytes, times and durations in CEL. */
const FORMATS = new Set(['byte', 'date', 'date-time', 'duration']);

const SCALARS: ReadonlyMap<unknown, Type> = new Map([
  ['boolean', BOOL],
  ['integer', INT],
  ['number', { is: 'double' }],
]);

/**
 * The type that Kubernetes gives to values of a schema; undefined for what CEL cannot see.
 * https://github.com/kubernetes/kubernetes/blob/v1.35.4/staging/src/k8s.io/apiserver/pkg/cel/common/schemas.go
 */
export function typeOf(schema: Schema, isRoot = false): Type | undefined {
  if (schema['x-kubernetes-int-or-string'] === true) return { is: 'int-or-string' };
  switch (schema.type) {
    case 'array':
      return listType(schema);
    case 'object':
      return typeof schema.additionalProperties === 'object'
        ? mapType(schema.additionalProperties)
        : objectType(isRoot || schema['x-kubernetes-embedded-resource'] === true ? withMetadata(schema) : schema);
    case 'string':
      return FORMATS.has(schema.format ?? '') ? { is: 'formatted' } : STRING;
    default:
      return SCALARS.get(schema.type);
  }
}

function listType(schema: Schema): Type | undefined {
  const of = schema.items && typeOf(schema.items);
  const unordered = ['map', 'set'].includes(schema['x-kubernetes-list-type'] as string);
  return of && { is: 'list', of, unordered };
}

function mapType(values: Schema): Type | undefined {
  const of = typeOf(values);
  return of && { is: 'map', of };
}

function objectType({ properties = {}, required = [] }: Schema): Type {
  const fields = new Map<string, Field>();
  for (const [name, schema] of Object.entries(properties)) {
    const type = typeOf(schema);
    const inCel = escaped(name);
    if (type === undefined || inCel === undefined) continue;
    const present = (required.includes(name) || schema.default !== undefined) && schema.nullable !== true;
    fields.set(inCel, { name, type, present });
  }
  return { is: 'object', fields };
}

/** What rules see of the root of a resource, whatever its schema says. */
function withMetadata(schema: Schema): Schema {
  const string: Schema = { type: 'string' };
  const metadata: Schema = { type: 'object', properties: { name: string, generateName: string } };
  return {
    ...schema,
    properties: { ...schema.properties, apiVersion: string, kind: string, metadata },
    required: [...(schema.required ?? []), 'apiVersion', 'kind'],
  };
}
