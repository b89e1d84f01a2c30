import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { build as esbuild, type Plugin } from 'esbuild';
import {
  createSourceFile,
  forEachChild,
  isPropertyAssignment,
  type Node,
  preProcessFile,
  ScriptTarget,
} from 'typescript';
import { Failure, runScript } from './support/failure';
import { ROOT } from './support/root';
import { run } from './support/run';

/*
 * Compiles lib/ into build/, the folder that is packed. The compiler also writes what lib/ needs for its types only,
 * the generated imports/ above all, which are six times the size of the rest: what no entry point of the package
 * reaches is taken out again.
 */

const BUILD = join(ROOT, 'build');
const IMPORTS = join(BUILD, 'imports');

/** What lib/ reads at run time: lib/platform the definitions, lib/api-server the others. */
const DATA = ['crds', 'schemas', 'cel', 'kinds.json'];

/** What every synth loads: hundreds of small modules, which Node loads faster when they are one file. */
const HOT = join('lib', 'validation', 'validate.ts');

type Exports = string | { readonly [condition: string]: Exports };

async function build(): Promise<void> {
  rmSync(BUILD, { recursive: true, force: true });
  run('tsc', ['-p', 'tsconfig.build.json']);
  await bundle(HOT);

  const { exports, bin } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    exports: Exports;
    bin: Exports;
  };
  const reached = new Set<string>();
  [...targets(exports), ...targets(bin)].forEach((file) => follow(join(ROOT, file), 'package.json', reached));
  for (const entry of readdirSync(BUILD, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && !reached.has(file)) rmSync(file);
  }
  DATA.forEach((name) => cpSync(join(ROOT, 'imports', name), join(IMPORTS, name), { recursive: true, filter: isRead }));
}

/** Nobody writes Envoy Gateway's definitions: they come with Envoy Gateway. */
function isRead(source: string): boolean {
  return !(source.includes(join('imports', 'crds')) && source.endsWith('.gateway.envoyproxy.io.json'));
}

/** Compiles a module together with all that it imports from this package. */
async function bundle(source: string): Promise<void> {
  await esbuild({
    entryPoints: [join(ROOT, source)],
    outfile: join(BUILD, source.replace(/\.ts$/, '.js')),
    allowOverwrite: true,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    // Names stay, for those who read a stack trace.
    minifySyntax: true,
    minifyWhitespace: true,
    lineLimit: 120,
    plugins: [WITHOUT_EXAMPLES],
    logLevel: 'warning',
  });
}

/** Nothing but tests and docs/rules.md reads the examples of rules, and they read the sources. */
const WITHOUT_EXAMPLES: Plugin = {
  name: 'without-examples',
  setup(build) {
    build.onLoad({ filter: /[\\/]lib[\\/](?:validation|api-server)[\\/].*\.ts$/ }, ({ path }) => ({
      contents: withoutExamples(path, readFileSync(path, 'utf8')),
      loader: 'ts',
    }));
  },
};

/** The source with each `examples: {...}` empty; esbuild drops what was only mentioned there. */
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

/** The files that a package's `exports` lead to. */
function targets(exports: Exports): string[] {
  return typeof exports === 'string' ? [exports] : Object.values(exports).flatMap(targets);
}

/** Adds a compiled file and all that it imports from this package: `.js` leads to `.js`, and `.d.ts` to `.d.ts`. */
function follow(file: string, importer: string, reached: Set<string>): void {
  if (reached.has(file)) return;
  if (!existsSync(file)) {
    throw new Failure(`${importer} leads to ${relative(ROOT, file)}, which does not exist`);
  }
  if (file.startsWith(IMPORTS)) {
    throw new Failure(
      `${importer} would make ${relative(ROOT, file)} a part of the package. ` +
        'Mark what mentions the generated types with @internal, or move what is public to a file of its own.',
    );
  }
  reached.add(file);
  const extension = file.endsWith('.d.ts') ? '.d.ts' : '.js';
  for (const { fileName } of preProcessFile(readFileSync(file, 'utf8'), true, true).importedFiles) {
    if (fileName.startsWith('.')) {
      const target = resolve(dirname(file), fileName);
      const candidates = [target + extension, join(target, `index${extension}`)];
      follow(candidates.find((candidate) => existsSync(candidate)) ?? candidates[0], relative(ROOT, file), reached);
    }
  }
}

runScript('build', build);
