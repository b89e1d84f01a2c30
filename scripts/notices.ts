import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundle } from './package/bundle';
import { noticesOf } from './package/notices';
import { runScript } from './support/failure';
import { ROOT } from './support/root';

const HELP = `Usage: npm run notices [-- --check | --help]

Writes THIRD-PARTY-NOTICES: the licences of the packages that the build copies into build/.

  --check  only compare; exit with 1 when it is not current
  --help   print this
`;

const FILE = 'THIRD-PARTY-NOTICES';

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { check: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const { metafile } = await bundle();
  const text = noticesOf(metafile);
  const path = join(ROOT, FILE);
  if (!values.check) {
    writeFileSync(path, text);
    return 0;
  }
  const isCurrent = existsSync(path) && readFileSync(path, 'utf8') === text;
  console.log(isCurrent ? `${FILE}: current` : `${FILE} is not current: run \`npm run notices\` and commit the result`);
  return isCurrent ? 0 : 1;
}

runScript('notices', main);
