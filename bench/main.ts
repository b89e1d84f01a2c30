import { parseArgs } from 'node:util';
import { runScript } from '../scripts/support/failure';
import { run } from '../scripts/support/run';
import { step } from '../scripts/support/step';
import { loadCosts, stackCosts } from './measure';
import { trafficCost } from './measure-traffic';
import { validationCosts } from './measure-validation';
import { bounds, holds, report } from './report';
import type { Step } from './samples';

const HELP = `Usage: npm run bench [-- --json | --help]

Builds the package and measures time and memory of 1 to 1,000 stacks, with the start of a process and without, what
loading the package costs, what validation adds, and what the client of the exercises can do. Takes about six minutes. Exits with 1 when a bound does not hold.

  --json  print the figures as data
  --help  print this
`;

/** Progress, on a terminal. */
const watched: Step = (name, work) => (process.stderr.isTTY ? step(name, work) : work());

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  await watched('build', () => run('npm', ['run', 'build']));
  const loads = await loadCosts(watched);
  const stacks = await stackCosts(watched);
  const validation = await validationCosts(watched);
  const traffic = await trafficCost(watched);
  const all = bounds(stacks, validation, traffic);
  console.log(
    values.json
      ? JSON.stringify({ stacks, loads, validation, traffic, bounds: all }, null, 2)
      : report(stacks, loads, all),
  );
  return all.every(holds) ? 0 : 1;
}

runScript('bench', main);
