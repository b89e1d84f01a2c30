import { LlmdError } from '../../lib';
import { checkedOptions, type Checks, pickOptions } from '../../lib/options/check';
import { anyNumber, anyText, optionsOf, required } from '../../lib/options/checks';

interface Inner {
  readonly count?: number;
}

interface Options {
  readonly name: string;
  readonly inner?: Inner;
}

const CHECKS: Checks<Options> = {
  name: required(anyText),
  inner: optionsOf<Inner>({ count: anyNumber }),
};

function messageOf(options: unknown): string | undefined {
  try {
    checkedOptions('call', options as Options, CHECKS);
    return undefined;
  } catch (error) {
    return LlmdError.isLlmdError(error) ? error.message : String(error);
  }
}

test('options that are right are returned as they are', () => {
  const options = { name: 'a', inner: undefined };
  expect(checkedOptions('call', options, CHECKS)).toBe(options);
});

test.each<[string, unknown, string]>([
  ['nothing', undefined, 'LLMD-OPTION-TYPE at call: got the options nothing, expected an object with options'],
  ['null', null, 'LLMD-OPTION-TYPE at call: got the options null,'],
  ['a list', [], 'LLMD-OPTION-TYPE at call: got the options [],'],
  ['a Map', new Map(), 'LLMD-OPTION-TYPE at call: got the options that is a Map,'],
  ['a function', () => 1, 'LLMD-OPTION-TYPE at call: got the options that is a function,'],
  [
    'an option with a near name',
    { name: 'a', iner: {} },
    'LLMD-OPTION-UNKNOWN at call: got the option iner, expected inner. Fix: write inner.',
  ],
  [
    'an option with no near name',
    { name: 'a', x: 1 },
    'LLMD-OPTION-UNKNOWN at call: got the option x, expected inner or name. Fix: remove it, or write one of these.',
  ],
  [
    'an option of an option',
    { name: 'a', inner: { counts: 1 } },
    'LLMD-OPTION-UNKNOWN at call: got the option inner.counts, expected count.',
  ],
  [
    'a field that every object has',
    { name: 'a', toString: 1 },
    'LLMD-OPTION-UNKNOWN at call: got the option toString,',
  ],
  [
    'a wrong type inside',
    { name: 'a', inner: { count: '1' } },
    'LLMD-OPTION-TYPE at call: got inner.count "1", expected a number. Fix: pass such a value for inner.count.',
  ],
  [
    'no required option',
    {},
    'LLMD-OPTION-MISSING at call: got no name, expected a value for name, which has no default. Fix: pass name.',
  ],
  ['a required option that is undefined', { name: undefined }, 'LLMD-OPTION-MISSING at call: got no name,'],
])('refused: %s', (_, options, message) => {
  expect(messageOf(options)?.slice(0, message.length)).toBe(message);
});

test('an option that is undefined counts as left out', () => {
  expect(messageOf({ name: 'a', inner: undefined })).toBeUndefined();
});

test('an object of a class has options', () => {
  class Mine {
    readonly name = 'a';
  }
  expect(messageOf(new Mine())).toBeUndefined();
});

test('pickOptions keeps the options of a table', () => {
  const all = { name: 'a', inner: undefined, other: 1 };
  expect(Object.entries(pickOptions<Options>(all, CHECKS))).toEqual([
    ['name', 'a'],
    ['inner', undefined],
  ]);
});
