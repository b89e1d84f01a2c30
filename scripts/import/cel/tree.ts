import { compileRule, type RuleCode, type RuleSource } from './compiler/rule';
import { type Schema, typeOf } from './compiler/types';

/** Compiled rules in the shape of a schema: a `RuleTree` of lib/api-server/cel, before it is printed. */
export interface RuleNode {
  readonly rules?: readonly PrintedRule[];
  readonly properties?: { readonly [name: string]: RuleNode };
  readonly items?: RuleNode;
  readonly values?: RuleNode;
}

/** A rule whose functions are text. */
export interface PrintedRule extends RuleCode {
  readonly rule: string;
  readonly message?: string;
  readonly at?: readonly string[];
}

/** The rules in a schema; undefined where it has none. The status of a new object is dropped unread. */
export function ruleTree(schema: Schema): RuleNode | undefined {
  const { status: _, ...properties } = schema.properties ?? {};
  return build({ ...schema, properties }, true);
}

function build(schema: Schema, isRoot: boolean): RuleNode | undefined {
  // CEL does not see values without a type, and an API server looks for no rules inside of them.
  if (typeOf(schema, isRoot) === undefined) return undefined;
  const { properties = {}, items, additionalProperties: values } = schema;
  const inner = Object.entries(properties).flatMap(([name, property]) => {
    const node = build(property, false);
    return node === undefined ? [] : [[name, node] as const];
  });
  const node: RuleNode = {
    ...rulesOf(schema, isRoot),
    ...(inner.length > 0 && { properties: Object.fromEntries(inner) }),
    ...present('items', items && build(items, false)),
    ...present('values', typeof values === 'object' ? build(values, false) : undefined),
  };
  return Object.keys(node).length === 0 ? undefined : node;
}

function rulesOf(schema: Schema, isRoot: boolean): { rules?: readonly PrintedRule[] } {
  const sources = (schema['x-kubernetes-validations'] ?? []) as readonly RuleSource[];
  const rules = sources.flatMap((source) => {
    const code = compileRule(source, typeOf(schema, isRoot)!);
    const { rule, message, fieldPath } = source;
    return code === undefined
      ? []
      : [{ rule, ...present('message', message?.trim()), ...present('at', fieldPath && steps(fieldPath)), ...code }];
  });
  return rules.length === 0 ? {} : { rules };
}

/** The fields in `.spec.foo['bar.baz']`. */
function steps(fieldPath: string): string[] {
  return [...fieldPath.matchAll(/\.([^.[]+)|\['([^']+)'\]/g)].map(([, name, quoted]) => name ?? quoted);
}

function present<Key extends string, Value>(key: Key, value: Value | undefined | ''): { [_ in Key]?: Value } {
  return value === undefined || value === '' ? {} : ({ [key]: value } as { [_ in Key]: Value });
}

/** All rules in a tree. */
export function rulesIn({ rules = [], properties = {}, items, values }: RuleNode): PrintedRule[] {
  const inner = [...Object.values(properties), ...[items, values].filter((node) => node !== undefined)];
  return [...rules, ...inner.flatMap(rulesIn)];
}
