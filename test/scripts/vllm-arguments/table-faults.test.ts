import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VLLM_VERSIONS } from '../../../lib/catalogue/engines/vllm';
import { tableFaults } from '../../../scripts/vllm-arguments/table-faults';

const [VERSION] = VLLM_VERSIONS;
const COMMITTED = join(__dirname, '..', '..', '..', 'imports', 'vllm');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vllm-'));
  copyFileSync(join(COMMITTED, `${VERSION}.json`), join(folder, `${VERSION}.json`));
});
afterEach(() => rmSync(folder, { recursive: true }));

function edit(change: (text: string) => string): void {
  const path = join(folder, `${VERSION}.json`);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

test('the committed tables are as generated', () => {
  expect(tableFaults(COMMITTED, VLLM_VERSIONS)).toEqual([]);
});

test('a table that was edited is found', () => {
  edit((text) => text.replace('"--headless"', '"--headles"'));
  expect(tableFaults(folder, [VERSION])).toEqual([
    `${VERSION}.json: changed since it was generated; restore it, or run scripts/vllm-arguments/introspect.py`,
  ]);
});

test('a table of another version is found', () => {
  edit((text) => text.replace(`"version": "${VERSION}"`, '"version": "0.1.0"'));
  expect(tableFaults(folder, [VERSION])).toEqual([`${VERSION}.json: the table is of version 0.1.0`]);
});

test('a table without a checksum, one that is missing and one that is left over are found', () => {
  edit(() => '{}');
  expect(tableFaults(folder, [VERSION])).toEqual([
    `${VERSION}.json: the file does not begin with a version and a sha256`,
  ]);
  expect(tableFaults(folder, ['9.9.9'])).toEqual([
    `${VERSION}.json: VLLM_VERSIONS in lib/catalogue/engines/vllm.ts lacks this version`,
    '9.9.9.json: missing; write it with scripts/vllm-arguments/introspect.py',
  ]);
});
