import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writableFile, writePage } from '../../lib/cli/report-file';

const folder = mkdtempSync(join(tmpdir(), 'cdk8s-llm-d-report-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a file that can be made is not left behind', () => {
  const file = join(folder, 'new.html');
  expect(writableFile(file)).toBe(file);
  expect(existsSync(file)).toBe(false);
  writePage(file, 'page');
  expect(readFileSync(file, 'utf8')).toBe('page');
});

test('a file that is there keeps its content until the page is written', () => {
  const file = join(folder, 'old.html');
  writeFileSync(file, 'old');
  writableFile(file);
  expect(readFileSync(file, 'utf8')).toBe('old');
});

test.each([
  ['/no/such/folder/a.html', 'ENOENT'],
  [folder, 'a folder, a pipe or a device'],
  ['/dev/full', 'a folder, a pipe or a device'],
  [join(folder, 'x'.repeat(300)), 'ENAMETOOLONG'],
])('%s is refused', (file, got) => {
  expect(() => writableFile(file)).toThrow(`LLMD-REPORT-FILE at --report ${file}: got ${got}`);
});

test('a pipe is refused and not waited for', () => {
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  expect(() => writableFile(pipe)).toThrow('got a folder, a pipe or a device, expected a file that can be');
});

test('a disk that is full is an error', () => {
  expect(() => writePage('/dev/full', 'page')).toThrow('LLMD-REPORT-FILE at --report /dev/full: got ENOSPC');
});
