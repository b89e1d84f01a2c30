import { firstLine } from '../../lib/text/first-line';

test.each([
  ['', ''],
  ['one line', 'one line'],
  ['<html>\n<body>', '<html> <body>'],
  ['a\u001b[31mred\u0007\u009b', 'a [31mred'],
  ['end\u202e\u2066\u2028of', 'end of'],
])('%j becomes %j', (text, expected) => {
  expect(firstLine(text)).toBe(expected);
});

test('a long text is cut to 300 characters', () => {
  expect(firstLine('x'.repeat(300))).toBe('x'.repeat(300));
  expect(firstLine('x'.repeat(301))).toBe(`${'x'.repeat(299)}…`);
});
