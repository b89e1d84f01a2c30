import type { OpenApiSchema } from '../schema/definition';

/** An entry of `x-kubernetes-validations`: https://kubernetes.io/docs/reference/kubernetes-api/definitions/ */
export interface RuleSource {
  readonly rule: string;
  readonly message?: string;
  readonly messageExpression?: string;
  readonly fieldPath?: string;
  readonly optionalOldSelf?: boolean;
}

/** Rules of type `Rule` in the shape of the objects that they check. */
export interface SchemaRules<Rule> {
  readonly rules?: readonly Rule[];
  readonly properties?: { readonly [name: string]: SchemaRules<Rule> };
  readonly items?: SchemaRules<Rule>;
  /** Rules for the values of a map. */
  readonly values?: SchemaRules<Rule>;
}

/** The texts of a rule, and what `compile` made of it. */
export type Compiled<Code> = Code & {
  readonly rule: string;
  readonly message?: string;
  readonly at?: readonly string[];
};

/** Compiles a rule for values of a schema; undefined for a rule that new objects need not obey. */
export type CompileRule<Code> = (source: RuleSource, schema: OpenApiSchema) => Code | undefined;

/** The compiled rules of a kind; undefined if it has none. Rules of the status are left out: a new object has none. */
export function schemaRules<Code extends object>(
  schema: OpenApiSchema,
  compile: CompileRule<Code>,
): SchemaRules<Compiled<Code>> | undefined {
  return rulesBelow(rootSchema(schema), compile);
}

const STRING: OpenApiSchema = { type: 'string' };
const METADATA: OpenApiSchema = { type: 'object', properties: { name: STRING, generateName: STRING } };

/** The schema of an object as rules see it: with type and name, and without status. */
function rootSchema(schema: OpenApiSchema): OpenApiSchema {
  const { status: _, ...properties } = schema.properties ?? {};
  return {
    ...schema,
    properties: { ...properties, apiVersion: STRING, kind: STRING, metadata: METADATA },
    required: [...(schema.required ?? []), 'apiVersion', 'kind'],
  };
}

function rulesBelow<Code extends object>(
  schema: OpenApiSchema,
  compile: CompileRule<Code>,
): SchemaRules<Compiled<Code>> | undefined {
  if (!isVisible(schema)) return undefined;
  const { properties = {}, items, additionalProperties: values } = schema;
  const below = Object.entries(properties).flatMap(([name, property]) => {
    const rules = rulesBelow(property, compile);
    return rules === undefined ? [] : [[name, rules] as const];
  });
  const result = {
    ...compiledRules(schema, compile),
    ...(below.length > 0 && { properties: Object.fromEntries(below) }),
    ...given('items', items && rulesBelow(items, compile)),
    ...given('values', typeof values === 'object' ? rulesBelow(values, compile) : undefined),
  };
  return Object.keys(result).length === 0 ? undefined : result;
}

/** Whether CEL sees values of a schema. It sees none without a type, and the API server ignores the rules below them. */
export function isVisible(schema: OpenApiSchema): boolean {
  const { type, items, additionalProperties: values } = schema;
  if (schema['x-kubernetes-int-or-string'] === true) return true;
  if (type === 'array') return items !== undefined && isVisible(items);
  return type === 'object' && typeof values === 'object' ? isVisible(values) : type !== undefined;
}

function compiledRules<Code extends object>(
  schema: OpenApiSchema,
  compile: CompileRule<Code>,
): { rules?: readonly Compiled<Code>[] } {
  const sources = (schema['x-kubernetes-validations'] ?? []) as readonly RuleSource[];
  const rules = sources.flatMap((source) => {
    const code = compile(source, schema);
    const { rule, message, fieldPath } = source;
    return code === undefined
      ? []
      : [{ rule, ...given('message', message?.trim()), ...given('at', fieldPath && steps(fieldPath)), ...code }];
  });
  return rules.length === 0 ? {} : { rules };
}

/** The fields in `.spec.foo['bar.baz']`. */
function steps(fieldPath: string): string[] {
  return [...fieldPath.matchAll(/\.([^.[]+)|\['([^']+)'\]/g)].map(([, name, quoted]) => name ?? quoted);
}

function given<Key extends string, Value>(key: Key, value: Value | undefined | ''): { [_ in Key]?: Value } {
  return value === undefined || value === '' ? {} : ({ [key]: value } as { [_ in Key]: Value });
}
