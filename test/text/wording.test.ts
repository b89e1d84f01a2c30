import { listed, oneOf, show } from '../../lib/text/wording';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => String(index));

test.each<[string[], string]>([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
  [numbers(12), '0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 11'],
  [numbers(13), '0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, … (13)'],
])('%j is listed as %j', (words, text) => expect(listed(words)).toBe(text));

test('alternatives', () => expect(oneOf(['a', 'b', 'c'])).toBe('a, b or c'));

test.each<[unknown, string]>([
  [() => 1, 'a function'],
  [{ a: 1n }, 'a value without a JSON form'],
  ['a "b"', '"a \\"b\\""'],
  [1, '1'],
  [NaN, 'NaN'],
  [null, 'null'],
  [undefined, 'nothing'],
  [['a', 1], '["a",1]'],
  ['x'.repeat(158), `"${'x'.repeat(158)}"`],
  ['x'.repeat(159), `"${'x'.repeat(158)}…`],
])('%p is shown as %j', (value, text) => expect(show(value)).toBe(text));
