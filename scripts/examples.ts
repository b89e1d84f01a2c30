import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { Failure, runScript } from './support/failure';
import { differences } from './support/folders';
import { pack } from './support/pack';
import { ROOT } from './support/root';
import { run } from './support/run';
import { step } from './support/step';

const HELP = `Usage: npm run examples [-- --update | --help]

Packs this package and uses it outside the repository: each app under examples/ is copied to a scratch folder, installs
the tarball, is type-checked with the libraries' types, and runs. What it writes must be its committed dist/.

  --update  write examples/*/dist instead
  --help    print this
`;

const EXAMPLES = join(ROOT, 'examples');
const PACKAGE = 'cdk8s-llm-d';

interface Manifest {
  readonly dependencies: { [name: string]: string };
  readonly devDependencies: { [name: string]: string };
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { update: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const work = mkdtempSync(join(tmpdir(), `${PACKAGE}-examples-`));
  try {
    const tarball = await step('pack', () => pack(work));
    let stale = 0;
    for (const name of readdirSync(EXAMPLES)) {
      const written = await use(name, tarball, work);
      stale += values.update ? update(name, written) : report(name, written);
    }
    return stale === 0 ? 0 : 1;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Installs, checks and runs an example outside the repository. Returns the folder that it wrote. */
async function use(name: string, tarball: string, work: string): Promise<string> {
  const [source, cwd] = [join(EXAMPLES, name), join(work, name)];
  const generated = [join(source, 'dist'), join(source, 'node_modules')];
  cpSync(source, cwd, { recursive: true, filter: (path) => !generated.includes(path) });
  pinTo(tarball, join(cwd, 'package.json'), name);
  await step(`${name}: install`, () => run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'], { cwd }));
  await step(`${name}: check types`, () => run('npm', ['run', 'check'], { cwd }));
  await step(`${name}: synth`, () => run('npm', ['run', 'synth'], { cwd, env: { CDK8S_OUTDIR: 'dist' } }));
  return join(cwd, 'dist');
}

/** Points the example's copy at the tarball. Its other dependencies must be the versions that this repository tests. */
function pinTo(tarball: string, file: string, name: string): void {
  const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  const tested = read(join(ROOT, 'package.json')).devDependencies;
  const example = read(file);
  const { [PACKAGE]: _, ...others } = { ...example.dependencies, ...example.devDependencies };
  for (const [dependency, version] of Object.entries(others)) {
    if (tested[dependency] !== version) {
      throw new Failure(
        `examples/${name}/package.json has ${dependency} ${version}, ` +
          `but this repository tests ${tested[dependency] ?? 'without it'}: write the same version there`,
      );
    }
  }
  example.dependencies[PACKAGE] = `file:../${basename(tarball)}`;
  writeFileSync(file, JSON.stringify(example, null, 2));
}

function update(name: string, written: string): number {
  const dist = join(EXAMPLES, name, 'dist');
  rmSync(dist, { recursive: true, force: true });
  cpSync(written, dist, { recursive: true });
  console.log(`examples/${name}/dist: written`);
  return 0;
}

/** Prints how the committed output differs from the new output, and counts the files that differ. */
function report(name: string, written: string): number {
  const dist = `examples/${name}/dist`;
  const changes = differences(written, join(ROOT, dist));
  if (changes.length === 0) {
    console.log(`${dist}: current`);
  } else {
    const list = changes.map(({ path, what }) => `  ${what.padEnd(9)} ${dist}/${path}`);
    const remedy = 'If the change is wanted, run `npm run examples -- --update` and commit the result.';
    console.error([`${dist} is not what the packed package writes:`, ...list, remedy].join('\n'));
  }
  return changes.length;
}

runScript('examples', main);
