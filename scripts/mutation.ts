import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, runScript } from './support/failure';
import { ROOT } from './support/root';

/*
 * `npm run test:mutation`: Stryker changes the rules of validation one place at a time (stryker.config.mjs). At least
 * 85 % of the changes must make a test fail, and at least one in each file.
 *
 *     npm run test:mutation [-- --mutate lib/validation/rules/pod/*.ts]
 */

interface Report {
  readonly files: { readonly [file: string]: { readonly mutants: readonly { readonly status: string }[] } };
}

const NOTICED = ['Killed', 'Timeout'];
const COUNTED = [...NOTICED, 'Survived', 'NoCoverage'];

function mutation(): void {
  const { status } = spawnSync(process.execPath, [stryker(), 'run', ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Failure('Stryker failed, or too many changes went unnoticed: see above');

  const { files } = JSON.parse(readFileSync(join(ROOT, 'build/mutation/report.json'), 'utf8')) as Report;
  const count = (mutants: Report['files'][string]['mutants'], statuses: readonly string[]) =>
    mutants.filter((mutant) => statuses.includes(mutant.status)).length;
  const entries = Object.entries(files).map(([file, { mutants }]) => ({
    file,
    noticed: count(mutants, NOTICED),
    counted: count(mutants, COUNTED),
  }));
  const unnoticed = entries.filter(({ noticed, counted }) => counted > 0 && noticed === 0);
  if (unnoticed.length > 0) {
    throw new Failure(`no test notices any change of ${unnoticed.map(({ file }) => file).join(', ')}`);
  }
  const sum = (field: 'noticed' | 'counted') => entries.reduce((total, entry) => total + entry[field], 0);
  const [noticed, counted] = [sum('noticed'), sum('counted')];
  console.log(
    `${noticed} of ${counted} changes noticed (${((100 * noticed) / counted).toFixed(1)} %), in all ${entries.length} files`,
  );
}

function stryker(): string {
  return join(ROOT, 'node_modules/@stryker-mutator/core/bin/stryker.js');
}

runScript('mutation', mutation);
