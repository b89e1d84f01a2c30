import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';
import { createSourceFile, forEachChild, isPropertyAssignment, type Node, ScriptTarget } from 'typescript';

/** Only tests and docs/rules.md read the examples of rules, and they read the sources. */
export const WITHOUT_EXAMPLES: Plugin = {
  name: 'without-examples',
  setup(build) {
    build.onLoad({ filter: /[\\/]lib[\\/](?:validation|api-server)[\\/].*\.ts$/ }, ({ path }) => ({
      contents: withoutExamples(path, readFileSync(path, 'utf8')),
      loader: 'ts',
    }));
  },
};

/** The source with each `examples: {...}` empty; esbuild drops code that was used only there. */
function withoutExamples(path: string, source: string): string {
  const found: Node[] = [];
  const visit = (node: Node): void => {
    if (isPropertyAssignment(node) && node.name.getText() === 'examples') found.push(node.initializer);
    else forEachChild(node, visit);
  };
  visit(createSourceFile(path, source, ScriptTarget.Latest, true));
  return found.reduceRight(
    (rest, { pos, end }) => `${rest.slice(0, pos)} { failing: '', passing: '' }${rest.slice(end)}`,
    source,
  );
}
