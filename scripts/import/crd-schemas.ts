import { FORMATS } from '../../lib/api-server/schema/formats';
import type { Ref, SchemaFile, SchemaNode } from '../../lib/api-server/schema/table';
import type { TypeName } from '../../lib/api-server/schema/types';
import type { Crd, CrdVersion } from './crds';
import { ImportError } from './import-error';
import { NodeTable } from './node-table';
import { ecmaPattern } from './patterns';
import { mapValues, type Schema } from './schema';

/** The formats that an API server enforces in custom resources: apiextensions-apiserver pkg/apiserver/validation. */
const ENFORCED_FORMATS = new Set(
  (
    'bsonobjectid uri email hostname ipv4 ipv6 cidr mac uuid uuid3 uuid4 uuid5 isbn isbn10 isbn13 creditcard ssn ' +
    'hexcolor rgbcolor byte password date duration datetime date-time k8s-short-name k8s-long-name'
  ).split(' '),
);

/** Keywords that stay as they are. */
const KEPT = [
  ...['nullable', 'default', 'required', 'enum', 'minimum', 'maximum', 'minLength', 'maxLength'],
  ...['minItems', 'maxItems', 'minProperties', 'maxProperties'],
] as const;

/** Keywords that are compiled, and those that no check of a whole object needs: CEL has files of its own. */
const KNOWN = new Set([
  ...KEPT,
  ...['type', 'properties', 'additionalProperties', 'items', 'pattern', 'format', 'allOf', 'anyOf', 'oneOf', 'not'],
  ...['x-kubernetes-preserve-unknown-fields', 'x-kubernetes-int-or-string', 'x-kubernetes-validations'],
  ...['x-kubernetes-list-type', 'x-kubernetes-list-map-keys', 'x-kubernetes-map-type'],
]);

/** The schemas of all served versions of a kind. */
export function crdSchemas({ metadata, spec }: Crd): SchemaFile {
  const table = new NodeTable();
  const roots = spec.versions
    .filter(({ served }) => served)
    .map((version) => {
      const where = `${metadata.name} ${version.name}`;
      return [`${spec.group}/${version.name} ${spec.names.kind}`, root(version, table, where)] as const;
    });
  return table.file(false, Object.fromEntries(roots));
}

/** An object: its metadata is the same in all kinds, and its status is not part of what one may create. */
function root({ schema, subresources }: CrdVersion, table: NodeTable, where: string): Ref {
  const { metadata = { type: 'object' }, status, ...properties } = schema.openAPIV3Schema.properties ?? {};
  if (Object.keys(metadata).length > 1) {
    throw new ImportError(`${where} has rules for metadata: teach crd-schemas.ts about them`);
  }
  if (status !== undefined && subresources?.status === undefined) {
    throw new ImportError(`${where} has a status that is not a subresource: teach crd-schemas.ts about it`);
  }
  const node = compile({ ...schema.openAPIV3Schema, properties }, table, where);
  return table.add({
    ...node,
    properties: {
      metadata: table.add({ open: true }),
      ...node.properties,
      ...(status && { status: shape(status, table) }),
    },
  });
}

function compile(schema: Schema, table: NodeTable, where: string): SchemaNode {
  const unknown = Object.keys(schema).find((keyword) => !KNOWN.has(keyword));
  if (unknown !== undefined || typeof schema.additionalProperties === 'boolean') {
    const news = unknown ?? 'additionalProperties that are no schema';
    throw new ImportError(`${where} has ${news}: teach crd-schemas.ts about it`);
  }
  const ref = (inner: Schema) => table.add(compile(inner, table, where));
  const refs = (inner: unknown) => (inner as readonly Schema[] | undefined)?.map(ref);
  const { properties, additionalProperties, items, pattern, not } = schema;
  return withoutUndefined({
    type: typeOf(schema),
    ...Object.fromEntries(KEPT.map((keyword) => [keyword, schema[keyword]])),
    properties: properties && mapValues(properties, ref),
    values: typeof additionalProperties === 'object' ? ref(additionalProperties) : undefined,
    open: schema['x-kubernetes-preserve-unknown-fields'] === true ? true : undefined,
    items: items && ref(items),
    unique: uniqueness(schema),
    pattern: pattern === undefined ? undefined : ecmaPattern(pattern as string, where),
    format: formatOf(schema, where),
    allOf: refs(schema.allOf),
    anyOf: schema['x-kubernetes-int-or-string'] ? undefined : refs(schema.anyOf),
    oneOf: refs(schema.oneOf),
    not: not === undefined ? undefined : ref(not as Schema),
  });
}

function typeOf(schema: Schema): TypeName | undefined {
  return schema['x-kubernetes-int-or-string'] === true ? 'int-or-string' : (schema.type as TypeName | undefined);
}

function uniqueness(schema: Schema): SchemaNode['unique'] {
  const type = schema['x-kubernetes-list-type'];
  return type === 'map' ? (schema['x-kubernetes-list-map-keys'] as string[]) : type === 'set' ? true : undefined;
}

function formatOf({ format }: Schema, where: string): string | undefined {
  if (format === undefined || !ENFORCED_FORMATS.has(format)) return undefined;
  if (!(format in FORMATS)) throw new ImportError(`${where} has the format ${format}: teach formats.ts about it`);
  return format;
}

/** A new object's status is dropped before anything but its field names was looked at. */
function shape(schema: Schema, table: NodeTable): Ref {
  const { properties, additionalProperties, items } = schema;
  const ref = (inner: Schema) => shape(inner, table);
  return table.add(
    withoutUndefined({
      properties: properties && mapValues(properties, ref),
      values: typeof additionalProperties === 'object' ? ref(additionalProperties) : undefined,
      open: schema['x-kubernetes-preserve-unknown-fields'] === true ? true : undefined,
      items: items && ref(items),
    }),
  );
}

function withoutUndefined(node: SchemaNode): SchemaNode {
  return Object.fromEntries(Object.entries(node).filter(([, value]) => value !== undefined));
}
