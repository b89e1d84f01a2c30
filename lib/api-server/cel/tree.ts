import type { Path } from '../../text/path';
import type { Compiled, SchemaRules } from './schema-rules';

/** The rules of a definition in the shape of the objects that they check. Files in imports/cel contain such trees. */
export type RuleTree = SchemaRules<CompiledRule>;

/** One entry of `x-kubernetes-validations`. */
export type CompiledRule = Compiled<RuleFunctions>;

/** What evaluates a rule. */
export interface RuleFunctions {
  /** Throws an `EvaluationError` where the rule has no result. */
  readonly holds?: (self: any) => boolean;
  /** The message expression; it may throw too. */
  readonly explain?: (self: any) => string;
  /** Why there is no `holds`. */
  readonly unknown?: string;
}

/** Calls `visit` for each value that has rules, outer values first. Null has no rules. */
export function walk(tree: RuleTree, value: unknown, visit: Visit, path: (string | number)[] = []): void {
  if (value === undefined || value === null) return;
  const step = (key: string | number, inner: RuleTree) => {
    path.push(key);
    walk(inner, (value as any)[key], visit, path);
    path.pop();
  };
  for (const rule of tree.rules ?? []) visit(rule, value, path);
  const { properties, items, values } = tree;
  for (const name in properties) step(name, properties[name]);
  if (items !== undefined && Array.isArray(value)) value.forEach((_, index) => step(index, items));
  if (values !== undefined) Object.keys(value).forEach((key) => step(key, values));
}

/** `path` is only valid during the call. */
export type Visit = (rule: CompiledRule, value: unknown, path: Path) => void;
