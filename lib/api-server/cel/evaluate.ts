import { celEnv, celFunc, celMethod, CelScalar, type CelInput, isCelError, mapType, parse, plan } from '@bufbuild/cel';
import { strings } from '@bufbuild/cel/ext';
import type { OpenApiSchema } from '../schema/definition';
import { escaped } from './field-names';
import * as runtime from './runtime';
import { EvaluationError } from './runtime/errors';
import { type CompileRule, isVisible } from './schema-rules';
import type { RuleFunctions } from './tree';

/*
 * Evaluates rules of definitions that this package does not ship. Rules of imports/cel are compiled ahead and do not
 * load @bufbuild/cel.
 */

const { BOOL, STRING } = CelScalar;

/** @bufbuild/cel has no types of its own for quantities and URLs. */
const QUANTITY = mapType(STRING, STRING);
const URL_PARTS = mapType(STRING, STRING);

const nanos = (quantity: { get(key: string): unknown }) => BigInt(quantity.get('nanos') as string);
const urlPart = (name: string, part: string) =>
  celMethod(name, URL_PARTS, [], STRING, function () {
    return this.get(part) as string;
  });

/** @bufbuild/cel has `matches` as a method only. */
const matchesMethod = plan(celEnv(), parse('text.matches(pattern)'));

/** Functions of Kubernetes: https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-cel-libraries */
const KUBERNETES_FUNCTIONS = [
  celFunc('matches', [STRING, STRING], BOOL, (text, pattern) => matchesMethod({ text, pattern }) === true),
  celFunc('isIP', [STRING], BOOL, runtime.isIP),
  celFunc('isURL', [STRING], BOOL, runtime.isURL),
  celFunc('url', [STRING], URL_PARTS, (text) => new Map(Object.entries(runtime.url(text)))),
  urlPart('getScheme', 'scheme'),
  urlPart('getHost', 'host'),
  urlPart('getHostname', 'hostname'),
  urlPart('getPort', 'port'),
  celFunc('isQuantity', [STRING], BOOL, runtime.isQuantity),
  celFunc('quantity', [STRING], QUANTITY, (text) => new Map([['nanos', String(runtime.quantity(text))]])),
  celMethod('isLessThan', QUANTITY, [QUANTITY], BOOL, function (other) {
    return nanos(this) < nanos(other);
  }),
  celMethod('isGreaterThan', QUANTITY, [QUANTITY], BOOL, function (other) {
    return nanos(this) > nanos(other);
  }),
];

const ENVIRONMENT = celEnv({ funcs: [...strings, ...KUBERNETES_FUNCTIONS] });

/** Errors of @bufbuild/cel for what an API server may know: rules are checked there when a definition is made. */
const UNKNOWN = /^(?:unbound function|unresolved attribute|unknown type|found no matching overload)\b/;

/** Makes a rule a function of the value that it checks. */
export const evaluateRule: CompileRule<RuleFunctions> = (source, schema) => {
  const { rule, messageExpression, optionalOldSelf } = source;
  if (/\boldSelf\b/.test(rule)) return optionalOldSelf ? { unknown: 'it uses oldSelf as an optional' } : undefined;
  try {
    const evaluate = planned(rule, schema);
    return { holds: (self) => evaluate(self) === true, explain: explanation(messageExpression, schema) };
  } catch (error) {
    return { unknown: `it cannot be parsed: ${(error as Error).message}` };
  }
};

/** Without it, or where it does not parse, the message of the rule is used. */
function explanation(expression: string | undefined, schema: OpenApiSchema): RuleFunctions['explain'] {
  if (expression === undefined) return undefined;
  return (self) => {
    try {
      return String(planned(expression, schema)(self));
    } catch (error) {
      throw error instanceof EvaluationError ? error : new EvaluationError((error as Error).message);
    }
  };
}

/** Throws an `EvaluationError` where a server has no result either, another error where that is not known. */
function planned(expression: string, schema: OpenApiSchema): (self: unknown) => unknown {
  // The parser takes a comment at the end of the text for an error.
  const evaluate = plan(ENVIRONMENT, parse(`${expression}\n`));
  return (self) => {
    const result: unknown = evaluate({ self: toCel(self, schema) });
    if (!isCelError(result)) return result;
    throw UNKNOWN.test(result.message) ? new Error(result.message) : new EvaluationError(result.message);
  };
}

/** Converts a value to what @bufbuild/cel expects: integers as bigint, fields under the names that rules use. */
function toCel(value: any, schema: OpenApiSchema): CelInput {
  if (Array.isArray(value)) return value.map((item) => toCel(item, schema.items ?? {}));
  if (typeof value === 'number') return schema.type === 'number' || !Number.isInteger(value) ? value : BigInt(value);
  if (typeof value === 'string' && schema.format === 'byte') return Buffer.from(value, 'base64');
  if (typeof value !== 'object' || value === null) return value;
  const { properties = {}, additionalProperties } = schema;
  const entries = Object.entries(value).flatMap(([name, inner]): [string, CelInput][] => {
    if (typeof additionalProperties === 'object') return [[name, toCel(inner, additionalProperties)]];
    const key = escaped(name);
    // Null counts as absent: https://kubernetes.io/docs/reference/using-api/cel/#type-system-integration
    if (!Object.hasOwn(properties, name) || !isVisible(properties[name]) || key === undefined || inner === null)
      return [];
    return [[key, toCel(inner, properties[name])]];
  });
  return new Map(entries);
}
