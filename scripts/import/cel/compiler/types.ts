import { escaped } from '../../../../lib/api-server/cel/field-names';
import type { OpenApiSchema } from '../../../../lib/api-server/schema/definition';

/** The type of a CEL expression. */
export type Type =
  | { readonly is: ScalarKind }
  | { readonly is: 'list'; readonly of: Type; readonly unordered?: boolean }
  | { readonly is: 'map'; readonly of: Type }
  | { readonly is: 'object'; readonly fields: ReadonlyMap<string, Field> };

/**
 * `int-or-string` is dynamic in Kubernetes: its type is known at run time. `type` is the type of a type, `nothing` that
 * of the items of an empty list, `optional` an optional without a value, `formatted` a string that CEL converts to
 * another type because of its format, which is not supported.
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

/** A field of an object, stored under its name in CEL. */
export interface Field {
  readonly name: string;
  readonly type: Type;
  /** Whether every valid object has it after defaults. */
  readonly present: boolean;
}

export const BOOL: Type = { is: 'bool' };
export const INT: Type = { is: 'int' };
export const STRING: Type = { is: 'string' };

/** Formats of bytes, times and durations. */
const FORMATS = new Set(['byte', 'date', 'date-time', 'duration']);

const SCALARS: ReadonlyMap<unknown, Type> = new Map([
  ['boolean', BOOL],
  ['integer', INT],
  ['number', { is: 'double' }],
]);

/**
 * The type that Kubernetes gives to values of a schema; undefined for values that CEL does not see.
 * https://github.com/kubernetes/kubernetes/blob/v1.35.4/staging/src/k8s.io/apiserver/pkg/cel/common/schemas.go
 */
export function typeOf(schema: OpenApiSchema): Type | undefined {
  if (schema['x-kubernetes-int-or-string'] === true) return { is: 'int-or-string' };
  switch (schema.type) {
    case 'array':
      return listType(schema);
    case 'object':
      return typeof schema.additionalProperties === 'object'
        ? mapType(schema.additionalProperties)
        : objectType(schema);
    case 'string':
      return FORMATS.has(schema.format ?? '') ? { is: 'formatted' } : STRING;
    default:
      return SCALARS.get(schema.type);
  }
}

function listType(schema: OpenApiSchema): Type | undefined {
  const of = schema.items && typeOf(schema.items);
  const unordered = ['map', 'set'].includes(schema['x-kubernetes-list-type'] as string);
  return of && { is: 'list', of, unordered };
}

function mapType(values: OpenApiSchema): Type | undefined {
  const of = typeOf(values);
  return of && { is: 'map', of };
}

function objectType({ properties = {}, required = [] }: OpenApiSchema): Type {
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
