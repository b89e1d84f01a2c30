import { compose } from '../../../lib/text/yaml/compose';
import { parse } from '../../../lib/text/yaml/parse';

test('a document is a value, with the keys that stand twice', () => {
  expect(compose(parse('a: {b: 1, b: 2}\nc: &x [yes]\nd: *x\n'))).toEqual({
    value: { a: { b: 2 }, c: [true], d: [true] },
    duplicates: [{ path: ['a', 'b'], firstLine: 1, secondLine: 1 }],
    aliased: true,
  });
});

test('an empty document is null', () => {
  expect(compose(parse(''))).toEqual({ value: null, duplicates: [], aliased: false });
});

test('an observer gets every entry, its place, and its value', () => {
  const entries: unknown[] = [];
  const text = 'a: &x 1\nb: [*x]\n';
  compose(parse(text), (_, key, offset, value) => {
    entries.push([key, offset, 'valueStart' in value ? text.slice(value.valueStart, value.valueEnd) : undefined]);
  });
  expect(entries).toEqual([
    ['a', 0, '1'],
    ['b', 8, undefined],
    [0, 13, '1'],
  ]);
});

test('a place that is refused has its line', () => {
  expect(() => compose(parse('a: 1\nb: .inf\n'))).toThrow(expect.objectContaining({ line: 2 }));
});
