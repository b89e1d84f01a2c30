import { type Definition, type DefinitionVersion, type OpenApiSchema, UnsupportedSchema } from './definition';
import { FORMATS } from './formats';
import { ecmaPattern } from './go-pattern';
import { NodeTable } from './node-table';
import type { Ref, SchemaFile, SchemaNode } from './table';
import { isTypeName, type TypeName } from './types';
import { show } from '../../text/wording';

/** The formats that an API server enforces in custom resources: apiextensions-apiserver pkg/apiserver/validation. */
const ENFORCED_FORMATS = new Set(
  (
    'bsonobjectid uri email hostname ipv4 ipv6 cidr mac uuid uuid3 uuid4 uuid5 isbn isbn10 isbn13 creditcard ssn ' +
    'hexcolor rgbcolor byte password date duration datetime date-time k8s-short-name k8s-long-name'
  ).split(' '),
);

/** Keywords that are copied. */
const COPIED = [
  ...['nullable', 'default', 'required', 'enum', 'minimum', 'maximum', 'minLength', 'maxLength'],
  ...['minItems', 'maxItems', 'minProperties', 'maxProperties'],
] as const;

/** Keywords that are translated or need no check. CEL rules are checked in lib/api-server/cel. */
const KNOWN = new Set([
  ...COPIED,
  ...['type', 'properties', 'additionalProperties', 'items', 'pattern', 'format', 'allOf', 'anyOf', 'oneOf', 'not'],
  ...['x-kubernetes-preserve-unknown-fields', 'x-kubernetes-int-or-string', 'x-kubernetes-validations'],
  ...['x-kubernetes-list-type', 'x-kubernetes-list-map-keys', 'x-kubernetes-map-type'],
  ...['title', 'description', 'example', 'externalDocs'],
]);

/** Every object has an apiVersion and a kind, even if its schema does not mention them. */
const STRING: OpenApiSchema = { type: 'string' };

/** The schemas of all served versions of a definition. Throws `UnsupportedSchema`. */
export function definitionSchemas({ metadata, spec }: Definition): SchemaFile {
  const table = new NodeTable();
  const roots = spec.versions
    .filter(({ served }) => served)
    .map((version) => {
      const where = `${metadata.name} ${version.name}`;
      return [`${spec.group}/${version.name} ${spec.names.kind}`, root(version, table, where)] as const;
    });
  return table.file(false, Object.fromEntries(roots));
}

/** The schema of an object. Metadata has the same schema in all kinds, and status is not set when an object is created. */
function root({ schema, subresources }: DefinitionVersion, table: NodeTable, where: string): Ref {
  const { metadata = { type: 'object' }, status, ...properties } = schema.openAPIV3Schema.properties ?? {};
  if (Object.keys(metadata).some((keyword) => keyword !== 'type' && keyword !== 'description')) {
    throw unsupported(where, 'rules for metadata');
  }
  if (status !== undefined && subresources?.status === undefined) {
    throw unsupported(where, 'a status that is not a subresource');
  }
  const fields = { apiVersion: STRING, kind: STRING, ...properties };
  const node = compile({ ...schema.openAPIV3Schema, properties: fields }, table, where);
  return table.add({
    ...node,
    properties: {
      metadata: table.add({ open: true }),
      ...node.properties,
      ...(status && { status: shape(status, table) }),
    },
  });
}

function compile(schema: OpenApiSchema, table: NodeTable, where: string): SchemaNode {
  const unknown = Object.keys(schema).find((keyword) => !KNOWN.has(keyword));
  if (unknown !== undefined) throw unsupported(where, unknown);
  if (typeof schema.additionalProperties === 'boolean')
    throw unsupported(where, 'additionalProperties without a schema');
  const ref = (inner: OpenApiSchema) => table.add(compile(inner, table, where));
  const refs = (inner: unknown) => (inner as readonly OpenApiSchema[] | undefined)?.map(ref);
  const { properties, additionalProperties, items, pattern, not } = schema;
  return withoutUndefined({
    type: typeOf(schema, where),
    ...Object.fromEntries(COPIED.map((keyword) => [keyword, schema[keyword]])),
    properties: properties && mapValues(properties, ref),
    values: additionalProperties && ref(additionalProperties),
    open: schema['x-kubernetes-preserve-unknown-fields'] === true ? true : undefined,
    items: items && ref(items),
    unique: uniqueness(schema),
    pattern: pattern === undefined ? undefined : ecmaPattern(pattern as string, where),
    format: formatOf(schema, where),
    allOf: refs(schema.allOf),
    anyOf: schema['x-kubernetes-int-or-string'] ? undefined : refs(schema.anyOf),
    oneOf: refs(schema.oneOf),
    not: not === undefined ? undefined : ref(not as OpenApiSchema),
  });
}

function typeOf(schema: OpenApiSchema, where: string): TypeName | undefined {
  if (schema['x-kubernetes-int-or-string'] === true) return 'int-or-string';
  if (schema.type === undefined || isTypeName(schema.type)) return schema.type;
  throw unsupported(where, `the type ${show(schema.type)}`);
}

function uniqueness(schema: OpenApiSchema): SchemaNode['unique'] {
  const type = schema['x-kubernetes-list-type'];
  return type === 'map' ? (schema['x-kubernetes-list-map-keys'] as string[]) : type === 'set' ? true : undefined;
}

function formatOf({ format }: OpenApiSchema, where: string): string | undefined {
  if (format === undefined || !ENFORCED_FORMATS.has(format)) return undefined;
  if (!Object.hasOwn(FORMATS, format)) throw unsupported(where, `the format ${format}`);
  return format;
}

/** Of the status of a new object only the field names are checked; the API server drops the rest unread. */
function shape(schema: OpenApiSchema, table: NodeTable): Ref {
  const { properties, additionalProperties, items } = schema;
  const ref = (inner: OpenApiSchema) => shape(inner, table);
  return table.add(
    withoutUndefined({
      properties: properties && mapValues(properties, ref),
      values: typeof additionalProperties === 'object' ? ref(additionalProperties) : undefined,
      open: schema['x-kubernetes-preserve-unknown-fields'] === true ? true : undefined,
      items: items && ref(items),
    }),
  );
}

function unsupported(where: string, what: string): UnsupportedSchema {
  return new UnsupportedSchema(`${where} has ${what}, which is not supported`);
}

function mapValues<From, To>(
  map: { readonly [key: string]: From },
  change: (value: From) => To,
): { [key: string]: To } {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}

function withoutUndefined(node: SchemaNode): SchemaNode {
  return Object.fromEntries(Object.entries(node).filter(([, value]) => value !== undefined));
}
