import { type Compiled, schemaRules, type SchemaRules } from '../../../lib/api-server/cel/schema-rules';
import type { OpenApiSchema } from '../../../lib/api-server/schema/definition';
import { compileRule, type RuleCode } from './compiler/rule';
import { typeOf } from './compiler/types';

/** A rule whose functions are text. */
export type PrintedRule = Compiled<RuleCode>;

/** Compiled rules in the shape of a schema: a `RuleTree` of lib/api-server/cel before it is printed. */
export type RuleNode = SchemaRules<PrintedRule>;

/** The rules in a schema; undefined if it has none. */
export function ruleTree(schema: OpenApiSchema): RuleNode | undefined {
  return schemaRules<RuleCode>(schema, (source, part) => compileRule(source, typeOf(part)!));
}

/** All rules in a tree. */
export function rulesIn({ rules = [], properties = {}, items, values }: RuleNode): PrintedRule[] {
  const inner = [...Object.values(properties), ...[items, values].filter((node) => node !== undefined)];
  return [...rules, ...inner.flatMap(rulesIn)];
}
