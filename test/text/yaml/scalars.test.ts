import { readText } from '../../../lib/validation';

/** The results of kubectl's decoder (apimachinery v0.35.4) for scalars. */
test.each<[string, unknown]>([
  ['yes', true],
  ['On', true],
  ['TRUE', true],
  ['y', true],
  ['N', false],
  ['off', false],
  ['oN', 'oN'],
  ['~', null],
  ['Null', null],
  ['', null],
  ['nULL', 'nULL'],
  ['0', 0],
  ['-0', 0],
  ['+5', 5],
  ['0777', 511],
  ['0o17', 15],
  ['0O17', 15],
  ['08', 8],
  ['0b101', 5],
  ['-0b11', -3],
  ['0x1F', 31],
  ['-0xff', -255],
  ['1_000', 1000],
  ['0x1_F', 31],
  ['_1', '_1'],
  ['1e3', 1000],
  ['1E-2', 0.01],
  ['.5', 0.5],
  ['5.', 5],
  ['-.5', -0.5],
  ['1e400', '1e400'],
  ['1.2.3', '1.2.3'],
  ['1:30', '1:30'],
  ['0x', '0x'],
  ['0b2', '0b2'],
  ['+', '+'],
  ['.', '.'],
  ['18446744073709551615', 18446744073709551615],
  ['0xFFFFFFFFFFFFFFFFF', '0xFFFFFFFFFFFFFFFFF'],
  ['-0xFFFFFFFFFFFFFFFFF', '-0xFFFFFFFFFFFFFFFFF'],
  ['123456789012345678901234567890', 1.2345678901234568e29],
  ['2001-01-01', '2001-01-01'],
  ['2001-01-01T00:00:00Z', '2001-01-01T00:00:00Z'],
  ['true story', 'true story'],
  ['"yes"', 'yes'],
  ["'1'", '1'],
  ['! 5', '5'],
  ['!!str 5', '5'],
  ['!!int "5"', 5],
  ['!!float 5', 5],
  ['!!bool yes', true],
  ['!!null ~', null],
  ['!!binary aGVsbG8=', 'hello'],
  ['!<tag:yaml.org,2002:str> 5', '5'],
  ['!mine 5', '5'],
])('%s', (text, value) => {
  const { inputs, diagnostics } = readText(`value: ${text}`);
  expect(diagnostics).toEqual([]);
  expect(inputs.map(({ object }) => object)).toEqual([{ value }]);
});

test.each<[string, string]>([
  ['.inf', '.inf is a number that JSON does not have'],
  ['-.INF', '-.INF is a number that JSON does not have'],
  ['.nan', '.nan is a number that JSON does not have'],
  ['!!int x', 'a text of 1 characters is no !!int'],
  ['!!int 1.5', 'a text of 3 characters is no !!int'],
  ['!!bool 1', 'a text of 1 characters is no !!bool'],
  ['!!float yes', 'a text of 3 characters is no !!float'],
  ['!!null 0', 'a text of 1 characters is no !!null'],
  ['!!binary "?"', 'a text of 1 characters is no !!binary'],
])('%s is refused', (text, message) => {
  expect(readText(`value: ${text}`).diagnostics).toMatchObject([{ code: 'LLMD-YAML', line: 1, message }]);
});

test.each<[string, string]>([
  ['yes', 'true'],
  ['0x10', '16'],
  ['1.5', '1.5'],
  ['"no"', 'no'],
  ['__proto__', '__proto__'],
])('key %s', (text, key) => {
  const [{ object }] = readText(`${text}: 1`).inputs;
  expect(Object.entries(object as object)).toEqual([[key, 1]]);
});

test.each<[string, string]>([
  ['~: 1', 'a key is null'],
  ['[a]: 1', 'a key is a list'],
  ['? {a: 1}\n: 1', 'a key is a mapping'],
])('key %j is refused', (text, message) => {
  const [diagnostic] = readText(text).diagnostics;
  expect(diagnostic.message).toContain(`${message}, where JSON wants a string`);
});
