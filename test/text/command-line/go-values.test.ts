import { expectedOf, goBool, goInt, type GoType } from '../../../lib/text/command-line/go-values';

// Which texts GAIE v1.5.0 takes for flags of these types.
const CASES: { readonly [type in GoType]: { readonly good: readonly string[]; readonly bad: readonly string[] } } = {
  bool: { good: ['true', 'False', '1', 'T', 'f'], bad: ['yes', '', 'tRUE', '2'] },
  int: {
    good: ['0', '-5', '+5', '1_000', '0x1F', '0X_1', '0b101', '0o17', '017', '0_1', '9223372036854775000'],
    bad: ['', '08', '1__0', '_1', '1_', '1.0', '1e3', '0x', 'abc', '9999999999999999999', '--1'],
  },
  uint: { good: ['0', '5'], bad: ['-5', '+5', 'x'] },
  ints: { good: ['1', '1,2', '-1,+2', '08'], bad: ['', '1, 2', '1,', '0x1', '1_0', '9999999999999999999'] },
  float: { good: ['1', '.5', '5.', '-1e-3', 'inf', 'NaN'], bad: ['', 'x', '1k'] },
  duration: { good: ['0', '5s', '1h2m', '-1.5s', '.5ms', '1.h', '1us1µs1μs1ns'], bad: ['', '5', '1d', 's', '.s'] },
  string: { good: ['', 'x'], bad: [] },
  strings: { good: ['', 'x'], bad: [] },
};

test.each(Object.entries(CASES))('%s', (type, { good, bad }) => {
  const taken = (text: string) => expectedOf(type as GoType, text) === undefined;
  expect([...good, ...bad].filter(taken)).toEqual(good);
});

test.each([
  ['0', 0],
  ['-0x10', -16],
  ['017', 15],
  ['1_000', 1000],
  ['0b11', 3],
  ['+7', 7],
  ['x', undefined],
])('the number of %s is %s', (text, number) => expect(goInt(text)).toBe(number));

test.each([
  ['T', true],
  ['0', false],
  ['FALSE', false],
  ['no', undefined],
])('%s is %s', (text, value) => expect(goBool(text)).toBe(value));
