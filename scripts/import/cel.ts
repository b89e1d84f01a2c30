import type { RuleSource } from '../../lib/validation/cel/compiler/rule';
import { printTrees } from './cel-print';
import { rulesIn, ruleTree } from './cel-tree';
import type { Crd, ImportedCrd } from './crds';
import { banner, json } from './generated';
import { mapSchema } from './schema';

/**
 * The CEL rules of all served versions, compiled: file below imports/ -> text. Says on standard error which rules the
 * compiler does not know; validation reports them as not checked.
 */
export function celFiles(crds: readonly ImportedCrd[]): Map<string, string> {
  const files = new Map<string, string>();
  const kinds: { [groupKind: string]: string } = {};
  for (const { crd, origin } of crds) {
    const trees = treesOf(crd);
    if (Object.keys(trees).length === 0) continue;
    const file = `${crd.metadata.name}.js`;
    kinds[`${crd.spec.group}/${crd.spec.names.kind}`] = file;
    files.set(`cel/${file}`, `${banner([origin])}${printTrees(trees)}`);
  }
  const texts = new Set(crds.flatMap(({ crd }) => ruleTexts(crd)));
  return files.set('cel/kinds.json', json(kinds)).set('cel/rules.json', json([...texts].sort()));
}

function treesOf({ metadata, spec }: Crd) {
  const served = spec.versions.filter(({ served }) => served);
  const trees = served.flatMap(({ name, schema }) => {
    const tree = ruleTree(schema.openAPIV3Schema);
    return tree === undefined ? [] : [[name, tree] as const];
  });
  for (const { rule, unknown } of trees.flatMap(([, tree]) => rulesIn(tree))) {
    if (unknown !== undefined) console.error(`${metadata.name}: not checked, for ${unknown}: ${rule}`);
  }
  return Object.fromEntries(trees);
}

/** Whatever is written in CEL. */
function ruleTexts({ spec }: Crd): string[] {
  const texts: string[] = [];
  for (const { schema } of spec.versions) {
    mapSchema(schema.openAPIV3Schema, (inner) => {
      for (const { rule, messageExpression } of (inner['x-kubernetes-validations'] ?? []) as RuleSource[]) {
        texts.push(rule, ...(messageExpression === undefined ? [] : [messageExpression]));
      }
      return inner;
    });
  }
  return texts;
}
