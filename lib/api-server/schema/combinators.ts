import { oneOf } from '../../text/wording';
import { ALTERNATIVE } from '../rules/alternative';
import { REQUIRED } from '../rules/required';
import type { SchemaViolation } from './violation';
import { FORMATS } from './formats';
import { describePattern } from './patterns';
import type { Schema, Schemas } from './schemas';
import { isObject } from './types';

/*
 * allOf, anyOf, oneOf and not. In a CustomResourceDefinition, schemas below them only restrict values: they have no
 * types, no defaults, and do not declare fields.
 */

/** The first violation of allOf, anyOf, oneOf and not of a schema. */
export function combinatorViolation(value: unknown, { node }: Schema, schemas: Schemas): SchemaViolation | undefined {
  for (const ref of node.allOf ?? []) {
    const violation = firstViolation(value, schemas.at(ref), schemas);
    if (violation !== undefined) return violation;
  }
  const fits = (ref: number) => firstViolation(value, schemas.at(ref), schemas) === undefined;
  const refuse = (message: string, refs: readonly number[]): SchemaViolation => ({
    code: ALTERNATIVE.code,
    message: `${message}: ${oneOf(refs.map((ref) => describeSchema(schemas.at(ref), schemas)))}`,
    remedy: 'write one of the expected values',
  });
  if (node.anyOf !== undefined && !node.anyOf.some(fits)) return refuse('expected', node.anyOf);
  if (node.oneOf !== undefined) {
    const count = node.oneOf.filter(fits).length;
    if (count === 0) return refuse('expected', node.oneOf);
    if (count > 1) return refuse(`${count} of these hold, expected one`, node.oneOf);
  }
  if (node.not !== undefined && fits(node.not)) return refuse('expected anything but', [node.not]);
  return undefined;
}

/** The first violation of a schema below a combinator. */
function firstViolation(value: unknown, schema: Schema, schemas: Schemas): SchemaViolation | undefined {
  for (const check of schema.checks) {
    const violation = check(value);
    if (violation !== undefined) return violation;
  }
  return combinatorViolation(value, schema, schemas) ?? partsViolation(value, schema, schemas);
}

function partsViolation(value: unknown, schema: Schema, schemas: Schemas): SchemaViolation | undefined {
  const { node } = schema;
  if (Array.isArray(value) && node.items !== undefined) {
    const items = schemas.at(node.items);
    return first(value.keys(), (index) => within(index, firstViolation(value[index], items, schemas)));
  }
  if (!isObject(value)) return undefined;
  const missing = node.required?.find((field) => value[field] === undefined);
  if (missing !== undefined) {
    return { code: REQUIRED.code, path: [missing], message: `${missing} is missing`, remedy: `write ${missing}` };
  }
  return first(Object.keys(value), (field) => {
    const schemaOfField = schemas.field(schema, field);
    return schemaOfField && within(field, firstViolation(value[field], schemaOfField, schemas));
  });
}

function first<Item>(
  items: Iterable<Item>,
  find: (item: Item) => SchemaViolation | undefined,
): SchemaViolation | undefined {
  for (const item of items) {
    const violation = find(item);
    if (violation !== undefined) return violation;
  }
  return undefined;
}

function within(step: string | number, violation: SchemaViolation | undefined): SchemaViolation | undefined {
  return violation && { ...violation, path: [step, ...(violation.path ?? [])] };
}

/** A short description of a schema, for a message. */
function describeSchema({ node, fields }: Schema, schemas: Schemas): string {
  const describeRef = (ref: number) => describeSchema(schemas.at(ref), schemas);
  const parts = [
    node.enum && oneOf(node.enum.map(String)),
    node.format && FORMATS[node.format].description,
    node.pattern && (describePattern(node.pattern) ?? `what matches ${node.pattern}`),
    node.required && `with ${node.required.join(' and ')}`,
    ...[...fields].map(([field, ref]) => `${field} ${describeRef(ref)}`),
    ...[node.anyOf, node.oneOf].map((refs) => refs && oneOf(refs.map(describeRef))),
    node.not !== undefined && `not ${describeRef(node.not)}`,
  ];
  return parts.filter(Boolean).join(', ') || 'another value';
}
