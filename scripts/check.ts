import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { Failure, runScript } from './support/failure';
import { ROOT } from './support/root';

/** All checks that need only Node and npm, cheapest first. */
const STEPS: { readonly [name: string]: readonly string[] } = {
  types: ['npx', 'tsc'],
  lint: ['npm', 'run', '--silent', 'lint'],
  test: ['npm', 'test', '--silent'],
  jsii: ['npm', 'run', '--silent', 'jsii'],
  package: ['npm', 'run', '--silent', 'test:package'],
  api: ['npm', 'run', '--silent', 'api', '--', '--check'],
  examples: ['npm', 'run', '--silent', 'examples'],
  notices: ['npm', 'run', '--silent', 'notices', '--', '--check'],
};

const HELP = `Usage: npm run check [-- --without STEP … | --help]

Runs all checks that need only Node and npm, and stops at the first failure:
${Object.keys(STEPS).join(', ')}.

  --without STEP  leave a step out; may be given more than once
  --help          print this
`;

function main(): number {
  const { values } = parseArgs({
    options: { without: { type: 'string', multiple: true, default: [] }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const unknown = values.without.find((name) => !(name in STEPS));
  if (unknown !== undefined) {
    throw new Failure(`there is no step ${unknown}, only ${Object.keys(STEPS).join(', ')}`);
  }
  const times: string[] = [];
  for (const [name, command] of Object.entries(STEPS)) {
    if (values.without.includes(name)) continue;
    console.log(`\n=== ${name}: ${command.join(' ')}`);
    const start = performance.now();
    const passed = execute(command);
    times.push(`${name} ${((performance.now() - start) / 1000).toFixed(1)} s`);
    if (!passed) {
      console.error(`\ncheck: ${name} failed (${times.join(', ')})`);
      return 1;
    }
  }
  console.log(`\ncheck: all passed (${times.join(', ')})`);
  return 0;
}

function execute([command, ...args]: readonly string[]): boolean {
  const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit' });
  if (error) throw new Failure(`cannot start ${command}: ${error.message}`);
  return status === 0;
}

runScript('check', main);
