import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linearPattern, matcher } from '../../../lib/api-server/schema/matcher';

const SCHEMAS = join(__dirname, '..', '..', '..', 'imports', 'schemas');
const TEXTS = ['', 'a', 'a.b', 'A-1', '10s', '1h30m', '/a/b', '*.a.b', '1.2.3.4', 'é', 'a\n', 'a b', 'x'.repeat(70)];

/** All patterns of the imported schemas. */
function patterns(): string[] {
  const texts = readdirSync(SCHEMAS).map((file) => readFileSync(join(SCHEMAS, file), 'utf8'));
  const found = texts.flatMap((text) => [...text.matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)]);
  return [...new Set(found.map(([, pattern]) => JSON.parse(pattern) as string))];
}

test('RE2 reads the patterns of all imported schemas as JavaScript does', () => {
  expect(patterns().length).toBeGreaterThan(20);
  for (const pattern of patterns()) {
    const [javaScript, linear] = [new RegExp(pattern, 'u'), linearPattern(pattern)];
    for (const text of TEXTS)
      expect([pattern, text, linear.test(text)]).toEqual([pattern, text, javaScript.test(text)]);
  }
});

test.each([
  ['^(a+)+$', 'a'],
  ['^a*b*$', 'b'],
  ['^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', 'c'],
])('%s matches texts of every length', (pattern, letter) => {
  const matches = matcher(pattern);
  for (const length of [1, 20, 21, 1000, 1001, 100_000]) {
    expect(matches(letter.repeat(length))).toBe(true);
    expect(matches(`${letter.repeat(length)}!`)).toBe(false);
  }
});
