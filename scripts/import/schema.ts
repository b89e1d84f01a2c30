import type { OpenApiSchema } from '../../lib/api-server/schema/definition';

/*
 * Keywords that contain schemas. Structural schemas forbid the other such keywords of JSON Schema:
 * https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema
 */
const CONTAINS_ONE = new Set(['additionalProperties', 'items', 'not']);
const CONTAINS_LIST = new Set(['allOf', 'anyOf', 'oneOf']);
const CONTAINS_MAP = new Set(['properties']);

/** Applies `change` to `schema` and to every schema inside it, outer schemas first; other values are kept. */
export function mapSchema(schema: OpenApiSchema, change: (schema: OpenApiSchema) => OpenApiSchema): OpenApiSchema {
  const inside = (inner: OpenApiSchema) => mapSchema(inner, change);
  const mapValue = (keyword: string, value: unknown): unknown => {
    if (CONTAINS_ONE.has(keyword) && typeof value === 'object') {
      return inside(value as OpenApiSchema);
    }
    if (CONTAINS_LIST.has(keyword)) {
      return (value as OpenApiSchema[]).map(inside);
    }
    return CONTAINS_MAP.has(keyword) ? mapValues(value as { [name: string]: OpenApiSchema }, inside) : value;
  };
  return Object.fromEntries(
    Object.entries(change(schema)).map(([keyword, value]) => [keyword, mapValue(keyword, value)]),
  );
}

/** `schema` without its documentation. A property that is called `description` stays. */
export function stripDescriptions(schema: OpenApiSchema): OpenApiSchema {
  return mapSchema(schema, ({ description: _, ...rest }) => rest);
}

/** A map with the same keys and other values. */
export function mapValues<From, To>(
  map: { readonly [key: string]: From },
  change: (value: From, key: string) => To,
): { [key: string]: To } {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value, key)]));
}
