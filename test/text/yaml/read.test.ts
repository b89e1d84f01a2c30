import { readDocuments, readYaml } from '../../../lib/text/yaml/read';

test('a document is read as kubectl reads it', () => {
  expect(readYaml('a: yes\nb: 0o10\nb: "1"\n')).toEqual({ a: true, b: '1' });
});

test('several documents are no document', () => {
  expect(() => readYaml('a: 1\n---\nb: 1\n')).toThrow('kubectl stops reading');
});

test('documents without a value are left out', () => {
  expect(readDocuments('# one\n---\na: 1\n---\n~\n---\n---\nb: 2\n')).toEqual([{ a: 1 }, { b: 2 }]);
});

test('a broken document is refused with its line in the text', () => {
  expect(() => readDocuments('a: 1\n---\nb: @\n')).toThrow(expect.objectContaining({ line: 3, column: 4 }));
});
