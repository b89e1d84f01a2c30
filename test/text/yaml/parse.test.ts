import { parse } from '../../../lib/text/yaml/parse';

test('lines that stand too far left within brackets are moved', () => {
  expect(parse('a: [\n  1,\n]\n').text.split('\n')[2]).toMatch(/^ +\]$/);
});

test.each<[string, string, number, number | undefined]>([
  ['a: "b\nc: d\n', 'a quote or bracket is opened and never closed, in "a: …"', 1, undefined],
  ['a:\n\tb: 1\n', 'a tab indents a line, where YAML wants spaces, in "\\tb: …"', 2, 1],
  ['a: b: c\n', 'bad indentation of a mapping entry, in "a: …"', 1, 5],
  ['[', 'a quote or bracket is opened and never closed, in "["', 1, undefined],
])('%j is refused', (text, message, line, column) => {
  expect(() => parse(text)).toThrow(expect.objectContaining({ message, line, column }));
});
