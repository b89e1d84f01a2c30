import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Failure, runScript } from './support/failure';
import { ROOT } from './support/root';

const RULES = join(ROOT, 'lib/validation/rules');
const AREAS = readdirSync(RULES, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const LEAST = 85;

const HELP = `Usage: npm run test:mutation [-- AREA … | --help]

Stryker changes the rules of validation one place at a time (stryker.config.mjs), area by area: ${AREAS.join(', ')}.
At least ${LEAST} % of the changes must make a test fail, and at least one in each file. About an hour on two cores.
`;

interface Report {
  readonly files: { readonly [file: string]: { readonly mutants: readonly { readonly status: string }[] } };
}

/** The results of the mutations of one file. */
interface Outcome {
  readonly file: string;
  readonly noticed: number;
  readonly counted: number;
}

const NOTICED = ['Killed', 'Timeout'];
const COUNTED = [...NOTICED, 'Survived', 'NoCoverage'];

function mutation(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) return console.log(HELP);
  const unknown = positionals.find((area) => !AREAS.includes(area));
  if (unknown !== undefined) throw new Failure(`there is no area ${unknown}, only ${AREAS.join(', ')}`);

  const outcomes = (positionals.length > 0 ? positionals : AREAS).flatMap(mutate);
  const unnoticed = outcomes.filter(({ noticed, counted }) => counted > 0 && noticed === 0);
  console.log(summary('all', outcomes));
  if (unnoticed.length > 0) {
    throw new Failure(`no test notices any change of ${unnoticed.map(({ file }) => file).join(', ')}`);
  }
  if (share(outcomes) < LEAST) throw new Failure(`fewer than ${LEAST} % of the changes were noticed`);
}

/** Changes the rules of an area, and runs the tests of that area. */
function mutate(area: string): Outcome[] {
  const { status } = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/@stryker-mutator/core/bin/stryker.js'), 'run'],
    {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, MUTATION_AREA: area },
    },
  );
  if (status !== 0) throw new Failure(`Stryker failed on ${area}: see above`);
  const { files } = JSON.parse(readFileSync(join(ROOT, 'build/mutation/report.json'), 'utf8')) as Report;
  const outcomes = Object.entries(files).map(([file, { mutants }]) => {
    const count = (statuses: readonly string[]) => mutants.filter((mutant) => statuses.includes(mutant.status)).length;
    return { file, noticed: count(NOTICED), counted: count(COUNTED) };
  });
  console.log(summary(area, outcomes));
  return outcomes;
}

function summary(what: string, outcomes: readonly Outcome[]): string {
  const [noticed, counted] = [sum(outcomes, 'noticed'), sum(outcomes, 'counted')];
  return `${what}: ${noticed} of ${counted} changes noticed (${share(outcomes).toFixed(1)} %) in ${outcomes.length} files`;
}

function share(outcomes: readonly Outcome[]): number {
  return (100 * sum(outcomes, 'noticed')) / sum(outcomes, 'counted');
}

function sum(outcomes: readonly Outcome[], field: 'noticed' | 'counted'): number {
  return outcomes.reduce((total, outcome) => total + outcome[field], 0);
}

runScript('mutation', mutation);
