import { lineAt } from '../../lib/text/line-starts';

test.each<[string, number, number]>([
  ['', 0, 1],
  ['a\nb\n', 0, 1],
  ['a\nb\n', 1, 1],
  ['a\nb\n', 2, 2],
  ['a\nb\n', 4, 3],
  ['a\nb\n', Infinity, 3],
])('the line in %j at %d', (text, offset, line) => expect(lineAt(text, offset)).toBe(line));

test('every line of a large text is found quickly', () => {
  const text = 'a line\n'.repeat(100_000);
  const start = performance.now();
  for (let line = 1; line <= 100_000; line++) if (lineAt(text, line * 7 - 1) !== line) throw new Error(`line ${line}`);
  // Counting from the start each time takes 5,000,000,000 steps.
  expect(performance.now() - start).toBeLessThan(2000);
});
