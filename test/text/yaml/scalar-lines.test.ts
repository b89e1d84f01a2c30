import { PlacedDocument } from '../../../lib/text/yaml/places';

/** The lines of the document for line 1, 2, … of the text at `a`. */
const lines = (document: string, count: number) =>
  Array.from({ length: count }, (_, index) => new PlacedDocument(document, 1).lineOf(['a'], index + 1));

test.each<[string, string, number[]]>([
  ['a literal block', 'b: 1\na: |\n  x\n  y\n', [3, 4]],
  ['a literal block with an indicator', 'a: |2\n    x\n  y\n', [2, 3]],
  ['a literal block without a last line break', 'a: |-\n  x\n  y\n', [2, 3]],
  ['a literal block with all its line breaks', 'a: |+\n  x\n\n  y\n\n', [2, 3, 4]],
  ['a literal block that begins with empty lines', 'a: |\n\n\n  x\n', [2, 3, 4]],
  ['a literal block with a comment, a tag and an anchor', 'a: &t !!str | # why\n  x\n  y\n', [2, 3]],
  ['a literal block behind a comment', 'a:\n  # why\n  |\n  x\n  y\n', [4, 5]],
  ['a literal block of Windows', 'a: |\r\n  x\r\n  y\r\n', [2, 3]],
  ['a folded block', 'a: >\n  x\n  x\n\n  y\n    z\n  u\n', [2, 5, 6, 7]],
  ['double quotes with escapes', 'b: 1\na: "x\\ny\\nz"\n', [2, 2, 2]],
  ['double quotes on several lines', 'a: "x\n  x\n\n  y\\n\n  z"\n', [1, 4, 5]],
  ['double quotes with joined lines', 'a: "x\\\n  x\\n\\\n  y\\n\\\n  z"\n', [1, 3, 4]],
  ['an escaped space', 'a: "x\\u0020\\n\\\n  y"\n', [1, 2]],
  ['an escaped letter', 'a: "x\\x41\\n\\\n  y"\n', [1, 2]],
  ['an escaped character of two units', 'a: "x\\U0001F600\\n\\\n  y\\n\\\n  z"\n', [1, 2, 3]],
  ['single quotes', "a: 'it''s\n\n  y'\n", [1, 3]],
  ['no quotes', 'a: x\n  x\n\n  y\n', [1, 4]],
  ['JSON', '{\n"a":\n"x\\ny"\n}', [3, 3]],
  ['an alias', 'b: &t |\n  x\n  y\na: *t\n', [2, 3]],
  ['an empty text', 'b: 1\na:\n', [2]],
  ['a list', 'b: 1\na:\n- 1\n', [2]],
])('%s', (_, document, expected) => expect(lines(document, expected.length)).toEqual(expected));

test('lines past the end are at the end', () => {
  expect(lines('a: "x\n\n  y"\n', 4)).toEqual([1, 3, 3, 3]);
});

test('lines count from the beginning of the file', () => {
  expect(new PlacedDocument('a: |\n  x\n  y\n', 10).lineOf(['a'], 2)).toBe(12);
});
