import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { imported } from '../imports';
import type { Resource } from '../resource';
import type { ObjectViolation } from '../violation';
import { checkRule } from './check-rule';
import * as runtime from './runtime';
import { type RuleTree, walk } from './tree';

export { CEL_RULES } from './docs';

/**
 * Checks the CEL rules in the definition of the resource's kind, as an API server does when it makes an object: after
 * defaults, and only if the structure has no error that keeps the server from it (a field that is missing, too long,
 * too many, of a wrong type or not in its enum). Kinds that are not defined in imports/crds have no rules here.
 */
export function checkCel({ group, version, kind, object }: Resource): ObjectViolation[] {
  const tree = treesOf(group, kind)?.[version];
  const violations: ObjectViolation[] = [];
  if (tree !== undefined) {
    walk(tree, object, (rule, value, path) => {
      const violation = checkRule(rule, value, path);
      if (violation !== undefined) violations.push(violation);
    });
  }
  return violations;
}

/** Unlike `require`, it does not lead a bundler to what it loads. */
const load = createRequire(__filename);

/** The rules of a kind by version. */
type Trees = { readonly [version: string]: RuleTree };

let files: { readonly [groupKind: string]: string } | undefined;
const trees = new Map<string, Trees>();

function treesOf(group: string, kind: string): Trees | undefined {
  files ??= JSON.parse(readFileSync(imported('cel', 'kinds.json'), 'utf8')) as { [groupKind: string]: string };
  const groupKind = `${group}/${kind}`;
  if (!Object.hasOwn(files, groupKind)) return undefined;
  const loaded = trees.get(groupKind) ?? loadTrees(files[groupKind]);
  trees.set(groupKind, loaded);
  return loaded;
}

function loadTrees(file: string): Trees {
  const module = load(imported('cel', file)) as { rulesWith(library: typeof runtime): Trees };
  return module.rulesWith(runtime);
}
