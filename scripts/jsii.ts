import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractRelease, isShallow, lastRelease, mayBreak } from './jsii/release';
import { Failure, runScript } from './support/failure';
import { ROOT } from './support/root';
import { run, withLocalTools } from './support/run';
import { step } from './support/step';

/*
 * Compiles the constructs as a jsii assembly, in a scratch folder, so that the public API stays one that other
 * languages can have, and compares it with the assembly of the last release. The package itself is built by plain tsc.
 */

/** `namespace` is a reserved word in C#, but no other name would do: it is Kubernetes' own. */
const SILENCED = ['reserved-word'];

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly repository: object;
  readonly peerDependencies: { readonly [name: string]: string };
  readonly devDependencies: { readonly [name: string]: string };
}

async function main(): Promise<number> {
  const scratch = mkdtempSync(join(tmpdir(), 'cdk8s-llm-d-jsii-'));
  try {
    const current = join(scratch, 'current');
    const output = await step('jsii', () => compile(ROOT, current));
    console.log(summary(output, join(current, '.jsii')));
    return await compareWithLastRelease(current, scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Fails where the constructs broke the API of the last release, unless the version permits that. */
async function compareWithLastRelease(current: string, scratch: string): Promise<number> {
  const tag = lastRelease(ROOT);
  if (tag === undefined) {
    console.log(
      isShallow(ROOT)
        ? 'not compared with the last release: this clone is shallow and has no tag. Fix: git fetch --unshallow --tags'
        : 'no release yet: there is no tag such as v0.1.0 to compare with',
    );
    return 0;
  }
  const source = join(scratch, 'source');
  const released = join(scratch, 'released');
  const changes = await step(`jsii of ${tag}`, () => {
    extractRelease(ROOT, tag, source);
    compile(source, released);
    return incompatibleChanges(released, current);
  });
  if (changes === '') {
    console.log(`compatible with ${tag}`);
    return 0;
  }
  const { version } = readManifest(ROOT);
  if (mayBreak(version, tag.slice(1))) {
    console.log(`${changes}\nincompatible with ${tag}, as version ${version} may be`);
    return 0;
  }
  console.error(`${changes}\nincompatible with ${tag}, and version ${version} does not say so`);
  console.error('Fix: keep what was public, or raise the version in package.json and say in CHANGELOG.md what broke.');
  return 1;
}

/** The output of jsii-diff; empty when the current assembly is compatible with the released one. */
function incompatibleChanges(released: string, current: string): string {
  // Without it jsii prints which versions of Node it supports.
  const silenced = { JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: process.versions.node.split('.')[0] };
  const { status, stderr, error } = spawnSync('jsii-diff', [released, current], {
    encoding: 'utf8',
    env: { ...process.env, PATH: withLocalTools(ROOT), ...silenced },
  });
  if (error || (status !== 0 && status !== 1)) throw new Failure(`jsii-diff failed: ${error?.message ?? stderr}`);
  return status === 0 ? '' : stderr.trim();
}

/** Compiles the constructs of one state of the repository in a new folder, and returns what jsii printed. */
function compile(source: string, folder: string): string {
  prepare(source, folder);
  const silence = SILENCED.map((warning) => `--silence-warnings=${warning}`);
  // jsii's own compiler settings stop at ES2020; it checks that those of tsconfig.json are compatible.
  return run('jsii', ['--tsconfig', 'tsconfig.json', '--validate-tsconfig', 'minimal', ...silence], { cwd: folder });
}

function prepare(source: string, folder: string): void {
  for (const name of ['lib', 'imports', 'README.md']) {
    cpSync(join(source, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  writeJson(join(folder, 'package.json'), manifest(readManifest(source)));
  writeJson(join(folder, 'tsconfig.json'), {
    extends: join(source, 'tsconfig.build.json'),
    compilerOptions: { rootDir: '.', outDir: null, stripInternal: false },
    include: ['lib'],
  });
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** A package.json for jsii, derived from that of this package. */
function manifest(ours: Manifest): object {
  const { name, version, description, license, repository, peerDependencies, devDependencies } = ours;
  const tested = Object.fromEntries(Object.keys(peerDependencies).map((peer) => [peer, devDependencies[peer]]));
  return {
    name,
    version,
    description,
    license,
    repository,
    author: { name },
    main: 'lib/index.js',
    types: 'lib/index.d.ts',
    jsii: { outdir: 'dist', targets: {}, versionFormat: 'short' },
    // jsii wants the oldest version of a range to be the one that is compiled against.
    peerDependencies: Object.fromEntries(Object.entries(tested).map(([peer, at]) => [peer, `^${at}`])),
    devDependencies: tested,
  };
}

function summary(output: string, assembly: string): string {
  const { types } = JSON.parse(readFileSync(assembly, 'utf8')) as { types: object };
  const warnings = output.match(/^.*warning JSII\d+:.*$/gm) ?? [];
  return [`${Object.keys(types).length} types, ${warnings.length} warnings`, ...warnings].join('\n');
}

function writeJson(file: string, content: object): void {
  writeFileSync(file, JSON.stringify(content, null, 2));
}

runScript('jsii', main);
