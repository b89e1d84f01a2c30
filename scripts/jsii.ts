import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runScript } from './support/failure';
import { ROOT } from './support/root';
import { run } from './support/run';
import { step } from './support/step';

/*
 * Compiles the constructs as a jsii assembly, in a scratch folder, so that the public API stays one that other
 * languages can have. The package itself is built by plain tsc.
 */

/** `namespace` is a reserved word in C#, but no other name would do: it is Kubernetes' own. */
const SILENCED = ['reserved-word'];

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly peerDependencies: { readonly [name: string]: string };
  readonly devDependencies: { readonly [name: string]: string };
}

async function main(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'cdk8s-llm-d-jsii-'));
  try {
    prepare(scratch);
    const output = await step('jsii', () => compile(scratch));
    console.log(summary(output, join(scratch, '.jsii')));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function prepare(scratch: string): void {
  cpSync(join(ROOT, 'lib'), join(scratch, 'lib'), { recursive: true });
  cpSync(join(ROOT, 'imports'), join(scratch, 'imports'), { recursive: true });
  cpSync(join(ROOT, 'README.md'), join(scratch, 'README.md'));
  symlinkSync(join(ROOT, 'node_modules'), join(scratch, 'node_modules'));
  writeJson(
    join(scratch, 'package.json'),
    manifest(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest),
  );
  writeJson(join(scratch, 'tsconfig.json'), {
    extends: join(ROOT, 'tsconfig.build.json'),
    compilerOptions: { rootDir: '.', outDir: null, stripInternal: false },
    include: ['lib'],
  });
}

/** What jsii wants to know on top of what our package.json says. */
function manifest({ name, version, description, license, peerDependencies, devDependencies }: Manifest): object {
  const tested = Object.fromEntries(Object.keys(peerDependencies).map((peer) => [peer, devDependencies[peer]]));
  return {
    name,
    version,
    description,
    license,
    author: { name },
    repository: { type: 'git', url: `https://example.com/${name}.git` },
    main: 'lib/index.js',
    types: 'lib/index.d.ts',
    jsii: { outdir: 'dist', targets: {}, versionFormat: 'short' },
    // jsii wants the oldest version of a range to be the one that is compiled against.
    peerDependencies: Object.fromEntries(Object.entries(tested).map(([peer, at]) => [peer, `^${at}`])),
    devDependencies: tested,
  };
}

function compile(scratch: string): string {
  const silence = SILENCED.map((warning) => `--silence-warnings=${warning}`);
  // Its own compiler settings stop at ES2020; ours are checked for what jsii cannot work with.
  return run('jsii', ['--tsconfig', 'tsconfig.json', '--validate-tsconfig', 'minimal', ...silence], { cwd: scratch });
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
