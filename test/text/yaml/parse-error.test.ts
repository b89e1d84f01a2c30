import { lineAt, ParseError } from '../../../lib/text/yaml/parse-error';

test.each<[string, number, number]>([
  ['', 0, 1],
  ['a\nb\n', 0, 1],
  ['a\nb\n', 1, 1],
  ['a\nb\n', 2, 2],
  ['a\nb\n', 4, 3],
  ['a\nb\n', Infinity, 3],
])('the line in %j at %d', (text, offset, line) => expect(lineAt(text, offset)).toBe(line));

test('a parse error has a message, a remedy and a place', () => {
  const error = new ParseError('no', 'correct it', 2, 3);
  expect(error).toMatchObject({ message: 'no', remedy: 'correct it', line: 2, column: 3 });
});
