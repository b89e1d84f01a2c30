import {
  humanReadableInt,
  outsideStrings,
  pythonFloat,
  pythonInt,
  pythonJson,
} from '../../../lib/engine-arguments/vllm/python-values';

// What each text is for Python 3.11; `undefined` is a ValueError.
test.each<[string, number | undefined]>([
  ['5', 5],
  [' 5\n', 5],
  ['+5', 5],
  ['-05', -5],
  ['1_000', 1000],
  ['1__000', undefined],
  ['_1', undefined],
  ['1.0', undefined],
  ['1e3', undefined],
  ['0x10', undefined],
  ['', undefined],
])('int(%j)', (text, value) => expect(pythonInt(text)).toBe(value));

test.each<[string, number | undefined]>([
  ['0.5', 0.5],
  ['.5', 0.5],
  ['5.', 5],
  ['-1e-3', -0.001],
  ['1_0.5_0', 10.5],
  ['inf', Infinity],
  ['-Infinity', -Infinity],
  ['nan', NaN],
  ['NAN', NaN],
  ['.', undefined],
  ['1e', undefined],
  ['1k', undefined],
  ['', undefined],
])('float(%j)', (text, value) => expect(pythonFloat(text)).toBe(value));

test.each<[string, number | undefined]>([
  ['4096', 4096],
  ['1k', 1000],
  [' 1K ', 1024],
  ['25.6k', 25600],
  ['2m', 2e6],
  ['2G', 2 ** 31],
  ['3T', 3 * 2 ** 40],
  ['1.5K', undefined],
  ['-1k', undefined],
  ['1kk', undefined],
  ['k', undefined],
])('human_readable_int(%j)', (text, value) => expect(humanReadableInt(text)).toBe(value));

test.each<[string, unknown]>([
  ['{"a": [1, null]}', { a: [1, null] }],
  ['null', null],
  ['{"a": Infinity, "b": "NaN"}', { a: Infinity, b: 'NaN' }],
  ['{"a": 1,}', undefined],
  ["{'a': 1}", undefined],
  ['', undefined],
])('json.loads(%j)', (text, value) => expect(pythonJson(text)).toEqual(value));

test('only what stands outside of strings is changed', () => {
  expect(outsideStrings(String.raw`{"a": a, "b\"a": "a"}`, (part) => part.replaceAll('a', 'x'))).toBe(
    String.raw`{"a": x, "b\"a": "a"}`,
  );
});
