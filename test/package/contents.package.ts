import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import {
  createSourceFile,
  forEachChild,
  isClassDeclaration,
  isClassExpression,
  isVariableDeclaration,
  type Node,
  preProcessFile,
  ScriptTarget,
  type VariableDeclaration,
} from 'typescript';
import { run } from '../../scripts/support/run';
import { installation, packageFolder } from './installation';

/* What is in the package, and what comes with it. */

const LIB = join(__dirname, '..', '..', 'lib');

/** A bundled package, some of whose classes have the same names as classes here. */
const CEL = join(__dirname, '..', '..', 'node_modules', '@bufbuild', 'cel', 'dist', 'esm');

/** Megabytes in node_modules beyond those of the peers. */
const MOST_MEGABYTES = 12;

function filesOf(folder: string, extension: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(extension))
    .map((file) => join(folder, file));
}

/** How often each class is declared. esbuild writes `class A {}` as `A = class {}`. */
function classesIn(files: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  const visit = (node: Node): void => {
    const name = isClassDeclaration(node) || isClassVariable(node) ? node.name?.getText() : undefined;
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
    forEachChild(node, visit);
  };
  files.forEach((file) => visit(createSourceFile(file, readFileSync(file, 'utf8'), ScriptTarget.Latest, true)));
  return counts;
}

function isClassVariable(node: Node): node is VariableDeclaration {
  return isVariableDeclaration(node) && node.initializer !== undefined && isClassExpression(node.initializer);
}

test('each class of lib/ is in the package as often as in lib/', () => {
  const inLib = classesIn(filesOf(LIB, '.ts'));
  const packed = classesIn(filesOf(join(packageFolder(), 'build', 'lib'), '.js'));
  expect([inLib.get('LlmdError'), inLib.get('Release')]).toEqual([1, 1]);
  expect(packed.get('LlmdError')).toBe(1);
  expect(packed.get('Release')).toBe(1);
  const inCel = classesIn(filesOf(CEL, '.js'));
  const repeated = [...inLib].filter(([name, count]) => (packed.get(name) ?? 0) > count + (inCel.get(name) ?? 0));
  expect(repeated).toEqual([]);
});

test('all that is loaded is a part of Node or declared in package.json', () => {
  const manifest = JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')) as {
    dependencies: object;
    peerDependencies: object;
  };
  const declared = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  const loaded = filesOf(join(packageFolder(), 'build'), '.js')
    .flatMap((file) => preProcessFile(readFileSync(file, 'utf8'), true, true).importedFiles)
    .map(({ fileName }) => fileName)
    .filter((name) => !name.startsWith('.') && !name.startsWith('node:') && !builtinModules.includes(name));
  expect([...new Set(loaded)].sort()).toEqual(declared.sort());
});

test(`an installation brings less than ${MOST_MEGABYTES} MB on top of the peers`, () => {
  expect(installation().added / 1e6).toBeLessThan(MOST_MEGABYTES);
});

test('the links of the README lead to files of the package', () => {
  const readme = readFileSync(join(packageFolder(), 'README.md'), 'utf8');
  const links = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => link);
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((link) => !existsSync(join(packageFolder(), link)))).toEqual([]);
});

test('the links of docs/ lead to files of the package, but for those to source code', () => {
  const links = filesOf(join(packageFolder(), 'docs'), '.md').flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => join(dirname(page), link)),
  );
  const code = join(packageFolder(), 'lib');
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((link) => !link.startsWith(code) && !existsSync(link))).toEqual([]);
});

test('the licences of what is built in are a part of the package', () => {
  const notices = readFileSync(join(packageFolder(), 'THIRD-PARTY-NOTICES'), 'utf8');
  for (const name of ['echarts', 'zrender', '@kubernetes/client-node', 'ws']) expect(notices).toContain(`\n${name} `);
});

test('publint finds nothing', () => {
  // It fails where it finds an error or, being strict, a warning.
  expect(run('publint', ['run', '--strict', installation().tarball])).not.toMatch(/^(Errors|Warnings):/m);
});

test('each way to import the package has the types that belong to it', () => {
  expect(run('attw', [installation().tarball, '--format', 'ascii', '--no-color'])).toContain('No problems found');
});
