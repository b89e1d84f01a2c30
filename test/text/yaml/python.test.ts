import { readPythonYaml } from '../../../lib/text/yaml/python';

// The results of PyYAML 6.
test.each<[string, unknown]>([
  ['a: yes', { a: true }],
  ['a: Off', { a: false }],
  ['a: y', { a: 'y' }],
  ['a: N', { a: 'N' }],
  ['a: 017', { a: 15 }],
  ['a: 08', { a: '08' }],
  ['a: 0o17', { a: '0o17' }],
  ['a: 0x1F', { a: 31 }],
  ['a: 1_000', { a: 1000 }],
  ['a: 1:30', { a: 90 }],
  ['a: 1e3', { a: '1e3' }],
  ['a: 1.5e3', { a: '1.5e3' }],
  ['a: 1.5e+3', { a: 1500 }],
  ['a: 10.', { a: 10 }],
  ['a: ~', { a: null }],
  ['a:', { a: null }],
  ['a: 1\na: 2', { a: 2 }],
  ['a: &x {b: 1}\nc: {<<: *x}', { a: { b: 1 }, c: { b: 1 } }],
  ['', null],
  ['# nothing', null],
])('%j', (text, value) => expect(readPythonYaml(text)).toEqual(value));

test.each<[string, string]>([
  ['{', 'unexpected end of the stream within a flow collection'],
  ['a: 1\n---\nb: 2', 'expected one document, and there are several'],
])('%j is refused', (text, reason) => {
  expect(() => readPythonYaml(text)).toThrow(expect.objectContaining({ name: 'YAMLException', reason }));
});
