import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { OpenApiSchema } from '../../../../lib/api-server/schema/definition';
import * as runtime from '../../../../lib/api-server/cel/runtime';
import type { CompiledRule, RuleTree } from '../../../../lib/api-server/cel/tree';

/** A rule in imports/, compiled, with its schema. */
export interface PinnedRule {
  readonly compiled: CompiledRule;
  readonly schema: OpenApiSchema;
}

const load = createRequire(__filename);
const IMPORTS = join(__dirname, '..', '..', '..', '..', 'imports');

/** The compiled rules of all definitions in imports/; rules with the same code appear once. */
export function pinnedRules(): PinnedRule[] {
  const found = new Map<string, PinnedRule>();
  for (const file of readdirSync(join(IMPORTS, 'cel')).filter((name) => name.endsWith('.js'))) {
    const trees = load(join(IMPORTS, 'cel', file)).rulesWith(runtime) as { [version: string]: RuleTree };
    const { spec } = JSON.parse(readFileSync(join(IMPORTS, 'crds', file.replace(/\.js$/, '.json')), 'utf8'));
    for (const { name, schema } of spec.versions) {
      visit(trees[name], schema.openAPIV3Schema, (compiled, inner) =>
        found.set(`${compiled.rule} ${compiled.holds}`, { compiled, schema: inner }),
      );
    }
  }
  return [...found.values()];
}

function visit(
  tree: RuleTree | undefined,
  schema: OpenApiSchema,
  found: (compiled: CompiledRule, schema: OpenApiSchema) => void,
): void {
  if (tree === undefined) return;
  tree.rules?.forEach((compiled) => found(compiled, schema));
  for (const [name, inner] of Object.entries(tree.properties ?? {})) visit(inner, schema.properties![name], found);
  if (tree.items !== undefined) visit(tree.items, schema.items!, found);
  if (tree.values !== undefined) visit(tree.values, schema.additionalProperties as OpenApiSchema, found);
}
