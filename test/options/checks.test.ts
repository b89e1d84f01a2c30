import { Duration, Size } from 'cdk8s';
import { Release } from '../../lib';
import type { Check } from '../../lib/options/check';
import {
  anyNumber,
  anything,
  anyText,
  boolean,
  duration,
  fraction,
  listOf,
  mapOf,
  member,
  release,
  resource,
  size,
  text,
  textLike,
  whole,
  wholeSeconds,
  yaml,
} from '../../lib/options/checks';
import { outcomeOf } from '../support/outcome';

const code = (check: Check, value: unknown) => outcomeOf(() => check('call', 'option', value));

const TYPE = 'LLMD-OPTION-TYPE';
const TEXT = 'LLMD-OPTION-TEXT';
const RANGE = 'LLMD-OPTION-RANGE';

test.each<[string, Check, right: unknown[], wrong: [code: string, ...values: unknown[]][]]>([
  ['anything', anything, [1, null, 'a'], []],
  ['boolean', boolean, [true, false], [[TYPE, 0, 'true', null]]],
  ['anyText', anyText, ['', 'a\nb'], [[TYPE, 1, null, ['a'], Object('a')]]],
  ['anyNumber', anyNumber, [1, NaN], [[TYPE, '1', 1n, null]]],
  ['yaml', yaml, [{}, Object.create(null)], [[TYPE, [], null, 'a', new Date(), new Map()]]],
  [
    'text',
    text,
    ['a', 'a b'],
    [
      [TYPE, 1],
      [TEXT, '', ' ', 'a\nb', 'a\u0000', '\u2028'],
      ['LLMD-OPTION-VARIABLE', 'a$(B)'],
    ],
  ],
  [
    'textLike',
    textLike(/^a+$/, 'letters a'),
    ['a', 'aa'],
    [
      [TEXT, 'b', ''],
      [TYPE, 1],
    ],
  ],
  [
    'whole',
    whole(1, 3),
    [1, 3],
    [
      [RANGE, 0, 4, 1.5, NaN, Infinity],
      [TYPE, '1'],
    ],
  ],
  ['whole without a maximum', whole(0), [0, 2 ** 31 - 1], [[RANGE, -1, 2 ** 31]]],
  [
    'fraction',
    fraction,
    [0.1, 1],
    [
      [RANGE, 0, 1.1, -1, NaN],
      [TYPE, '0.5'],
    ],
  ],
  ['member', member({ A: 'a', B: 'b' }), ['a', 'b'], [['LLMD-OPTION-CHOICE', 'A', 'c', 1, null]]],
  ['release', release, Release.all(), [[TYPE, 'gaie-v1.5.0', {}, null]]],
  ['size', size, [Size.gibibytes(1)], [[TYPE, '1Gi', 1, null]]],
  ['duration', duration, [Duration.seconds(1)], [[TYPE, '1s', 1, null]]],
  [
    'wholeSeconds',
    wholeSeconds(1),
    [Duration.seconds(1), Duration.millis(2000)],
    [
      [RANGE, Duration.seconds(0), Duration.millis(1500)],
      [TYPE, 1],
    ],
  ],
  ['resource', resource('a Secret'), [{ name: 'a' }], [[TYPE, 'a', {}, null]]],
  ['listOf', listOf(anyText), [[], ['a']], [[TYPE, 'a', [1], [undefined], { length: 0 }]]],
  [
    'mapOf',
    mapOf(anyText),
    [{}, { a: 'b' }],
    [
      [TYPE, [], { a: 1 }, new Map()],
      [TEXT, { '': 'a' }],
    ],
  ],
])('%s', (_, check, right, wrong) => {
  expect(right.map((value) => code(check, value))).toEqual(right.map(() => undefined));
  for (const [expected, ...values] of wrong) {
    expect(values.map((value) => [value, code(check, value)])).toEqual(values.map((value) => [value, expected]));
  }
});

test('an error inside a list or a map says where', () => {
  expect(() => listOf(anyText)('call', 'args', ['a', 1])).toThrow('got args[1] 1, expected a text');
  expect(() => mapOf(anyText)('call', 'env', { A: 1 })).toThrow('got env.A 1, expected a text');
});
