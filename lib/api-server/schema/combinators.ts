import { oneOf } from '../violation';
import { ALTERNATIVE } from '../rules/alternative';
import { REQUIRED } from '../rules/required';
import type { SchemaViolation } from './violation';
import { FORMATS } from './formats';
import { describePattern } from './patterns';
import type { Schema, Schemas } from './schemas';
import { isObject } from './types';

/*
 * allOf, anyOf, oneOf and not. In a CustomResourceDefinition their schemas only look at values: they have no types, no
 * defaults and no unknown fields.
 */

/** The first thing that is wrong with a value by the alternatives of a schema. */
export function alternativesComplaint(value: unknown, { node }: Schema, schemas: Schemas): SchemaViolation | undefined {
  for (const ref of node.allOf ?? []) {
    const violation = firstComplaint(value, schemas.at(ref), schemas);
    if (violation !== undefined) return violation;
  }
  const fits = (ref: number) => firstComplaint(value, schemas.at(ref), schemas) === undefined;
  const complain = (message: string, refs: readonly number[]): SchemaViolation => ({
    code: ALTERNATIVE.code,
    message: `${message}: ${oneOf(refs.map((ref) => describeSchema(schemas.at(ref), schemas)))}`,
    remedy: 'write what fits',
  });
  if (node.anyOf !== undefined && !node.anyOf.some(fits)) return complain('expected', node.anyOf);
  if (node.oneOf !== undefined) {
    const count = node.oneOf.filter(fits).length;
    if (count === 0) return complain('expected', node.oneOf);
    if (count > 1) return complain(`${count} of these hold, expected one`, node.oneOf);
  }
  if (node.not !== undefined && fits(node.not)) return complain('expected anything but', [node.not]);
  return undefined;
}

/** The first thing that is wrong with a value by one of the alternatives. */
function firstComplaint(value: unknown, schema: Schema, schemas: Schemas): SchemaViolation | undefined {
  for (const check of schema.checks) {
    const violation = check(value);
    if (violation !== undefined) return violation;
  }
  return alternativesComplaint(value, schema, schemas) ?? partsComplaint(value, schema, schemas);
}

function partsComplaint(value: unknown, schema: Schema, schemas: Schemas): SchemaViolation | undefined {
  const { node } = schema;
  if (Array.isArray(value) && node.items !== undefined) {
    const items = schemas.at(node.items);
    return first(value.keys(), (index) => within(index, firstComplaint(value[index], items, schemas)));
  }
  if (!isObject(value)) return undefined;
  const missing = node.required?.find((field) => value[field] === undefined);
  if (missing !== undefined) {
    return { code: REQUIRED.code, path: [missing], message: `${missing} is missing`, remedy: `write ${missing}` };
  }
  return first(Object.keys(value), (field) => {
    const schemaOfField = schemas.field(schema, field);
    return schemaOfField && within(field, firstComplaint(value[field], schemaOfField, schemas));
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

/** An alternative in a few words, for a message. */
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
