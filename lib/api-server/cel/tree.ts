import type { Path } from '../../text/path';

/** The rules of a definition, in the shape of the objects that they are about. Files in imports/cel hold them. */
export interface RuleTree {
  readonly rules?: readonly CompiledRule[];
  readonly properties?: { readonly [name: string]: RuleTree };
  readonly items?: RuleTree;
  readonly values?: RuleTree;
}

/** One entry of `x-kubernetes-validations`. */
export interface CompiledRule {
  readonly rule: string;
  readonly message?: string;
  /** Where a violation is reported, below the place of the rule. */
  readonly at?: Path;
  /** Throws an `EvaluationError` where the rule has no result. */
  readonly holds?: (self: any) => boolean;
  /** The message expression; it may throw too. */
  readonly explain?: (self: any) => string;
  /** Why there is no `holds`. */
  readonly unknown?: string;
}

/** Calls `visit` with each value that rules are about, from the outside in. Null has no rules. */
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
