import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { imported } from '../imports';
import type { Resource } from '../resource';
import type { OpenApiSchema } from '../schema/definition';
import type { ObjectViolation } from '../violation';
import { checkRule } from './check-rule';
import * as runtime from './runtime';
import { schemaRules } from './schema-rules';
import { type RuleFunctions, type RuleTree, walk } from './tree';

export { CEL_RULES } from './docs';

/**
 * Checks the CEL rules of the resource's kind as an API server does when an object is created: after defaults, and only
 * if the object has no error that stops the server before (a missing field, a wrong type, a value outside its bounds or
 * its enum). Covers the kinds of imports/crds.
 */
export function checkCel({ group, version, kind, object }: Resource): ObjectViolation[] {
  return checkRules(treesOf(group, kind)?.[version], object);
}

/** Checks an object with its defaults against the rules of its kind, if it has any. */
export function checkRules(tree: RuleTree | undefined, object: unknown): ObjectViolation[] {
  const violations: ObjectViolation[] = [];
  if (tree === undefined) return violations;
  walk(tree, object, (rule, value, path) => {
    const violation = checkRule(rule, value, path);
    if (violation !== undefined) violations.push(violation);
  });
  return violations;
}

/** The rules in a schema that is not part of imports/. Loads @bufbuild/cel if there is a rule. */
export function evaluateRules(schema: OpenApiSchema): RuleTree | undefined {
  return schemaRules<RuleFunctions>(schema, (source, part) => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports, @typescript-eslint/consistent-type-imports
    const { evaluateRule } = require('./evaluate') as typeof import('./evaluate');
    return evaluateRule(source, part);
  });
}

/** Unlike `require`, which a bundler would follow. */
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
