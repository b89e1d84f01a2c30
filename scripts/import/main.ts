import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { UnsupportedSchema } from '../../lib/api-server/schema/definition';
import { generate, type Step } from './generate';
import { ImportError } from './import-error';
import { differences, write, type Difference } from './output';

const HELP = `Usage: npm run import [-- --check | --help]

Makes imports/: CRDs, TypeScript types and schemas of the APIs that this package uses. Their versions are pinned in
scripts/import/sources.ts. Needs Go and, when a version is not in Go's module cache yet, the network.

  --check   change nothing; exit 1 and list the files that are not what the pinned versions give
  --help    print this
`;

const IMPORTS = join(__dirname, '..', '..', 'imports');

function main(): number {
  const { values } = parseArgs({ options: { check: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const files = generate(withProgress);
  const changes = differences(files, IMPORTS);
  if (values.check) {
    return report(changes, files.size);
  }
  write(files, IMPORTS, changes);
  console.log(`imports/: ${files.size} files, ${changes.length} changes`);
  return 0;
}

function report(changes: readonly Difference[], fileCount: number): number {
  if (changes.length === 0) {
    console.log(`imports/: ${fileCount} files, all current`);
    return 0;
  }
  const list = changes.map(({ path, what }) => `  ${what.padEnd(9)} imports/${path}`);
  console.error(['imports/ is not current:', ...list, 'Run `npm run import` and commit the result.'].join('\n'));
  return 1;
}

/** On a terminal, shows the current step and its duration. */
const withProgress: Step = (name, work) => {
  if (!process.stderr.isTTY) {
    return work();
  }
  const start = Date.now();
  process.stderr.write(`${name} …`);
  try {
    return work();
  } finally {
    process.stderr.write(` ${((Date.now() - start) / 1000).toFixed(1)} s\n`);
  }
};

try {
  process.exitCode = main();
} catch (error) {
  const isExpected =
    error instanceof ImportError ||
    error instanceof UnsupportedSchema ||
    (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  console.error(isExpected ? `import: ${(error as Error).message}` : error);
  process.exitCode = 2;
}
