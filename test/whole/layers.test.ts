import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const DEPCRUISE = join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');

interface Cruise {
  readonly summary: { readonly violations: { from: string; to: string; rule: { name: string } }[] };
}

/** The violations of .dependency-cruiser.cjs in a repository of these files, as `rule: from -> to`. */
function violations(files: { readonly [path: string]: string }): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'layers-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    const args = [DEPCRUISE, '--config', join(ROOT, '.dependency-cruiser.cjs'), '--output-type', 'json', '.'];
    const { summary } = JSON.parse(execFileSync('node', args, { cwd: folder, encoding: 'utf8' })) as Cruise;
    return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The smallest repository: a file for each module and part of the repository that a case below mentions. */
const BASE = {
  'imports/k8s.ts': 'export class Service {}',
  'lib/errors.ts': 'export const refuse = 1;',
  'lib/catalogue/index.ts': "export { refuse } from '../errors';",
  'lib/validation/index.ts': "export { refuse } from '../catalogue';",
  'lib/kubernetes/objects.ts': "import type { Service } from '../../imports/k8s';\nexport type Made = Service;",
  'lib/model-server/index.ts': "export type { Made } from '../kubernetes/objects';",
  'lib/index.ts': "export * from './model-server';",
  'test/support.ts': "export * from '../lib';",
};

/** Wrong imports, and the violation that each must give. All are cruised at once: starting the tool takes a second. */
const WRONG: { readonly [what: string]: { files: { readonly [path: string]: string }; violation: string } } = {
  'a cycle through the index of a folder': {
    files: {
      'lib/routing/a.ts': "import { b } from './parts';\nexport const a = b;",
      'lib/routing/parts/index.ts': "export * from './b';",
      'lib/routing/parts/b.ts': "import { a } from '../a';\nexport const b = () => a;",
    },
    violation: 'no cycles: lib/routing/a.ts -> lib/routing/parts/index.ts',
  },
  'a cycle of types': {
    files: {
      'lib/gateway/a.ts': "import type { B } from './b';\nexport type A = B[];",
      'lib/gateway/b.ts': "import type { A } from './a';\nexport type B = A[];",
    },
    violation: 'no cycles: lib/gateway/a.ts -> lib/gateway/b.ts',
  },
  'an import upwards at depth 6': {
    files: { 'lib/kubernetes/1/2/3/4/5/deep.ts': "export * from '../../../../../../model-server';" },
    violation: 'layers: lib/kubernetes: lib/kubernetes/1/2/3/4/5/deep.ts -> lib/model-server/index.ts',
  },
  'a require() upwards': {
    files: { 'lib/kubernetes/lazy.ts': "export const load = () => require('../model-server');" },
    violation: 'layers: lib/kubernetes: lib/kubernetes/lazy.ts -> lib/model-server/index.ts',
  },
  'a type taken from above by import()': {
    files: { 'lib/kubernetes/type.ts': "export type Made = import('../model-server').Made;" },
    violation: 'layers: lib/kubernetes: lib/kubernetes/type.ts -> lib/model-server/index.ts',
  },
  'the catalogue importing validation': {
    files: { 'lib/catalogue/release.ts': "export * from '../validation';" },
    violation: 'layers: lib/catalogue: lib/catalogue/release.ts -> lib/validation/index.ts',
  },
  'the API server importing the catalogue': {
    files: { 'lib/api-server/schema.ts': "export * from '../catalogue';" },
    violation: 'layers: lib/api-server: lib/api-server/schema.ts -> lib/catalogue/index.ts',
  },
  'a fact of validation importing a rule': {
    files: {
      'lib/validation/facts/pods.ts': "export * from '../rules';",
      'lib/validation/rules/index.ts': 'export const RULES = [];',
    },
    violation: 'layers: lib/validation/facts: lib/validation/facts/pods.ts -> lib/validation/rules/index.ts',
  },
  'a construct importing validation': {
    files: { 'lib/model-server/check.ts': "export * from '../validation';" },
    violation: 'layers: lib/model-server: lib/model-server/check.ts -> lib/validation/index.ts',
  },
  'an exercise importing a construct': {
    files: { 'lib/exercises/session.ts': "export * from '../model-server';" },
    violation: 'layers: lib/exercises: lib/exercises/session.ts -> lib/model-server/index.ts',
  },
  "an exercise's cluster importing its target": {
    files: {
      'lib/exercises/cluster/tunnel.ts': "export * from '../target/pods';",
      'lib/exercises/target/pods.ts': 'export const pods = [];',
    },
    violation: 'layers: lib/exercises/cluster: lib/exercises/cluster/tunnel.ts -> lib/exercises/target/pods.ts',
  },
  'a module without a row': {
    files: { 'lib/misc/index.ts': '', 'test/misc.test.ts': "import '../lib/misc';" },
    violation: 'layers: lib is complete: test/misc.test.ts -> lib/misc/index.ts',
  },
  'the library importing a test': {
    files: { 'lib/platform/helper.ts': "export * from '../../test/support';" },
    violation: 'parts: lib: lib/platform/helper.ts -> test/support.ts',
  },
  'a script importing a test': {
    files: { 'scripts/helper.ts': "export * from '../test/support';" },
    violation: 'parts: scripts: scripts/helper.ts -> test/support.ts',
  },
  'a rule importing examples': {
    files: {
      'lib/validation/rules/pods.ts': "export * from './examples';",
      'lib/validation/rules/examples.ts': 'export const EXAMPLES = {};',
    },
    violation: 'examples are not packed: lib/validation/rules/pods.ts -> lib/validation/rules/examples.ts',
  },
  'a generated class used as a value': {
    files: {
      'lib/platform/make.ts': "import { Service } from '../../imports/k8s';\nexport const made = new Service();",
    },
    violation: 'imports/ is for types: lib/platform/make.ts -> imports/k8s.ts',
  },
};

const found = violations(Object.assign({}, BASE, ...Object.values(WRONG).map(({ files }) => files)));

test.each(Object.entries(WRONG))('%s is refused', (_, { violation }) => {
  expect(found).toContain(violation);
});

test('no other import is refused', () => {
  const expected = Object.values(WRONG).map(({ violation }) => violation);
  expect(found.filter((violation) => !expected.includes(violation))).toEqual([]);
});
