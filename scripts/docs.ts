import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { graphPages } from './docs/graphs';
import { hardwarePage } from './docs/hardware';
import { guidesPage } from './docs/llm-d-guides/page';
import { rulesPage } from './docs/rules';
import { Failure, runScript } from './support/failure';
import { ROOT } from './support/root';

const HELP = `Usage: npm run docs [-- --check | --help]

Writes what is generated in docs/: the rules and the hardware from lib/, the comparison with llm-d's guides from
examples/, and the graph of each guide from dist/.

  --check  write nothing and fail when something is not current
  --help   print this
`;

function main(): void {
  const { values } = parseArgs({ options: { check: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } });
  if (values.help) return console.log(HELP);
  const pages = [
    ['docs/rules.md', rulesPage()] as const,
    ['docs/hardware.md', hardwarePage()] as const,
    ['docs/llm-d-guides.md', guidesPage()] as const,
    ...graphPages(),
  ];
  const stale = pages.filter(([path, text]) => read(path) !== text);
  if (values.check && stale.length > 0) {
    throw new Failure(`not current: ${stale.map(([path]) => path).join(', ')}. Run \`npm run docs\`.`);
  }
  for (const [path, text] of stale) {
    writeFileSync(join(ROOT, path), text);
    console.log(path);
  }
}

function read(path: string): string | undefined {
  return existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), 'utf8') : undefined;
}

runScript('docs', main);
