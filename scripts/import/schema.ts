/** JSON Schema as far as CustomResourceDefinitions and Kubernetes' OpenAPI use it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly properties?: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly [keyword: string]: unknown;
}

/*
 * Where a schema holds schemas. Structural schemas forbid the other keywords of JSON Schema that do:
 * https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema
 */
const HOLDS_ONE = new Set(['additionalProperties', 'items', 'not']);
const HOLDS_LIST = new Set(['allOf', 'anyOf', 'oneOf']);
const HOLDS_MAP = new Set(['properties']);

/** Applies `change` to `schema` and to every schema inside it, from the outside in; all else stays as it is. */
export function mapSchema(schema: Schema, change: (schema: Schema) => Schema): Schema {
  const inside = (inner: Schema) => mapSchema(inner, change);
  const mapValue = (keyword: string, value: unknown): unknown => {
    if (HOLDS_ONE.has(keyword) && typeof value === 'object') {
      return inside(value as Schema);
    }
    if (HOLDS_LIST.has(keyword)) {
      return (value as Schema[]).map(inside);
    }
    return HOLDS_MAP.has(keyword) ? mapValues(value as { [name: string]: Schema }, inside) : value;
  };
  return Object.fromEntries(
    Object.entries(change(schema)).map(([keyword, value]) => [keyword, mapValue(keyword, value)]),
  );
}

/** `schema` without its documentation. A property that is called `description` stays. */
export function stripDescriptions(schema: Schema): Schema {
  return mapSchema(schema, ({ description: _, ...rest }) => rest);
}

/** A map with the same keys and other values. */
export function mapValues<From, To>(
  map: { readonly [key: string]: From },
  change: (value: From, key: string) => To,
): { [key: string]: To } {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value, key)]));
}
