import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
/** The tests of what no single module does. */
const WHOLE = 'whole/';

/** The tests under a folder, as paths without `.test.ts`. */
function testsIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  return files.filter((path) => path.endsWith('.test.ts')).map((path) => path.slice(0, -'.test.ts'.length));
}

/** Whether a module of lib/ or scripts/ has the path of a test. */
function hasNamesake(test: string): boolean {
  const module = test.startsWith('scripts/') ? test : `lib/${test}`;
  return existsSync(join(ROOT, `${module}.ts`));
}

test('a test has the path of the module that it tests, or lies in test/whole', () => {
  const tests = testsIn(join(ROOT, 'test'));
  expect(tests.length).toBeGreaterThan(200);
  expect(tests.filter((path) => !path.startsWith(WHOLE) && !hasNamesake(path))).toEqual([]);
});
