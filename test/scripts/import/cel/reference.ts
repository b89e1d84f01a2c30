import { celEnv, isCelError, parse, plan } from '@bufbuild/cel';
import { strings } from '@bufbuild/cel/ext';
import { escaped } from '../../../../lib/api-server/cel/field-names';
import type { OpenApiSchema } from '../../../../lib/api-server/schema/definition';

const ENVIRONMENT = celEnv({ funcs: strings });

/** Functions of Kubernetes that @bufbuild/cel does not have. */
const MISSING = /\b(?:quantity|isQuantity|url|isURL|isIP)\(/;

export function canEvaluate(rule: string): boolean {
  return !MISSING.test(rule);
}

/** The result of @bufbuild/cel for a value of a schema. That library has `matches` as a method only. */
export function reference(rule: string, schema: OpenApiSchema): (self: unknown) => boolean | 'error' {
  const evaluate = plan(ENVIRONMENT, parse(rule.replace(/\bmatches\(self, /g, 'self.matches(')));
  return (self) => {
    const result: unknown = evaluate({ self: toCel(self, schema) });
    return isCelError(result) ? 'error' : (result as boolean);
  };
}

/** Converts a value for @bufbuild/cel: integers become bigint, and fields get the names that rules use. */
function toCel(value: any, schema: OpenApiSchema): any {
  if (Array.isArray(value)) return value.map((item) => toCel(item, schema.items!));
  if (typeof value === 'number') return schema.type === 'number' ? value : BigInt(value);
  if (typeof value !== 'object') return value;
  const { properties, additionalProperties } = schema;
  const entries = Object.entries(value).map(([name, inner]) =>
    properties === undefined
      ? [name, toCel(inner, additionalProperties as OpenApiSchema)]
      : [escaped(name), toCel(inner, properties[name])],
  );
  return new Map(entries as [string, any][]);
}
