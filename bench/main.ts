import { parseArgs } from 'node:util';
import { runScript } from '../scripts/support/failure';
import { run } from '../scripts/support/run';
import { step } from '../scripts/support/step';
import { loadCosts, type Step, stackCosts } from './measure';
import { growth, report } from './report';

const HELP = `Usage: npm run bench [-- --json | --help]

Builds the package and measures time and memory of 1 to 1,000 stacks, with the start of a process and without, and what
loading the package costs. Takes about two minutes. Exits with 1 when the time per stack grows with their number.

  --json  print the figures as data
  --help  print this
`;

/** Progress is for people who watch. */
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
  const verdict = growth(stacks);
  console.log(values.json ? JSON.stringify({ stacks, loads, growth: verdict }, null, 2) : report(stacks, loads));
  return verdict.withinLimit ? 0 : 1;
}

runScript('bench', main);
