import { printTrees } from './print';
import { rulesIn, ruleTree } from './tree';
import type { Definition } from '../../../lib/api-server/schema/definition';
import type { ImportedCrd } from '../crds';
import { banner, json } from '../generated';

/**
 * The compiled CEL rules of all served versions: file below imports/ -> text. Rules that cannot be compiled are listed on
 * standard error; validation reports them as not checked.
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
  return files.set('cel/kinds.json', json(kinds));
}

function treesOf({ metadata, spec }: Definition) {
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
