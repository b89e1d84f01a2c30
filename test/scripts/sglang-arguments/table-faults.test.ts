import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SGLANG_VERSIONS } from '../../../lib/catalogue/engines/sglang';
import { tableFaults } from '../../../scripts/sglang-arguments/table-faults';

const [VERSION] = SGLANG_VERSIONS;
const COMMITTED = join(__dirname, '..', '..', '..', 'imports', 'sglang');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sglang-'));
  copyFileSync(join(COMMITTED, `${VERSION}.json`), join(folder, `${VERSION}.json`));
});
afterEach(() => rmSync(folder, { recursive: true }));

function edit(change: (text: string) => string): void {
  const path = join(folder, `${VERSION}.json`);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

test('the committed tables are as generated', () => {
  expect(tableFaults(COMMITTED, SGLANG_VERSIONS)).toEqual([]);
});

test.each([
  ['that was edited', ['"--enable-lora"', '"--enable-lor"'], 'changed since it was generated; restore it, or run'],
  ['of another version', [`"version": "${VERSION}"`, '"version": "0.1.0"'], 'the table is of version 0.1.0'],
  ['without a checksum', ['"sha256"', '"sum"'], 'the file does not begin with a version and a sha256'],
])('a table %s is found', (_, [from, to], fault) => {
  edit((text) => text.replace(from, to));
  expect(tableFaults(folder, [VERSION])).toEqual([expect.stringContaining(`${VERSION}.json: ${fault}`)]);
});

test('a table that is missing and one that is left over are found', () => {
  expect(tableFaults(folder, ['9.9.9'])).toEqual([
    `${VERSION}.json: SGLANG_VERSIONS in lib/catalogue/engines/sglang.ts lacks this version`,
    '9.9.9.json: missing; write it with scripts/sglang-arguments/introspect.py',
  ]);
});
