import { documentsOf, hasContent, jsonValuesOf } from '../../../lib/text/yaml/documents';

test('documents end at a line that begins with three dashes', () => {
  expect([...documentsOf('a: 1\n--- # x\nb: |\n  ---\n---\n')]).toEqual([
    { text: 'a: 1\n', firstLine: 1, behindSeparator: undefined },
    { text: '\nb: |\n  ---\n', firstLine: 2, behindSeparator: '# x' },
    { text: '\n', firstLine: 5, behindSeparator: '' },
  ]);
});

test.each<[string, boolean]>([
  ['', false],
  ['\n # a\n\t\n', false],
  ['# a\n  b', true],
])('%j has content: %s', (text, expected) => expect(hasContent({ text, firstLine: 1 })).toBe(expected));

test.each<[string, [text: string, firstLine: number][]]>([
  [
    '{"a": "}"}\n{"b": {}} {"c": []}',
    [
      ['{"a": "}"}', 10],
      ['{"b": {}}', 11],
      ['{"c": []}', 11],
    ],
  ],
  ['{"a": 1} x', [['{"a": 1} x', 10]]],
  ['{"a": 1', [['{"a": 1', 10]]],
])('the values of %j', (text, values) => {
  expect(jsonValuesOf({ text, firstLine: 10 }).map((value) => [value.text, value.firstLine])).toEqual(values);
});
