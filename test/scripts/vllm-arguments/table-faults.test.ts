import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VLLM_VERSIONS } from '../../../lib/catalogue/engines/vllm';
import { tableFaults } from '../../../scripts/vllm-arguments/table-faults';

const COMMITTED = join(__dirname, '..', '..', '..', 'imports', 'vllm', 'arguments.json');

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vllm-'));
  file = join(folder, 'arguments.json');
  copyFileSync(COMMITTED, file);
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the committed tables are as generated', () => {
  expect(tableFaults(COMMITTED, VLLM_VERSIONS)).toEqual([]);
});

test('an edited table is found', () => {
  writeFileSync(file, readFileSync(file, 'utf8').replace('"--headless"', '"--headles"'));
  expect(tableFaults(file, VLLM_VERSIONS)).toEqual([
    'changed since it was generated; restore it, or run scripts/vllm-arguments/introspect.py',
  ]);
});

test('a version that only the file has, and one that it lacks, are found', () => {
  const [newest, ...older] = VLLM_VERSIONS;
  expect(tableFaults(file, [...older, '9.9.9'])).toEqual([
    `${newest}: VLLM_VERSIONS in lib/catalogue/engines/vllm.ts lacks this version`,
    '9.9.9 is missing; run scripts/vllm-arguments/introspect.py',
  ]);
});

test('a file without a checksum and one that is missing are found', () => {
  writeFileSync(file, '{}');
  expect(tableFaults(file, VLLM_VERSIONS)).toEqual(['the file does not begin with a sha256 and the versions']);
  expect(tableFaults(join(folder, 'absent.json'), VLLM_VERSIONS)).toEqual([
    'missing; write it with scripts/vllm-arguments/introspect.py',
  ]);
});
