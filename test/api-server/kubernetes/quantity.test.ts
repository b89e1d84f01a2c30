import { millis, nanos } from '../../../lib/text/quantity';

test.each([
  ['0', 0n],
  [1, 1_000_000_000n],
  ['100m', 100_000_000n],
  ['0.1', 100_000_000n],
  ['+1.5', 1_500_000_000n],
  ['-2', -2_000_000_000n],
  ['1Ki', 1024_000_000_000n],
  ['1.5Gi', 1_610_612_736_000_000_000n],
  ['1k', 1_000_000_000_000n],
  ['2E', 2_000_000_000_000_000_000_000_000_000n],
  ['1e3', 1_000_000_000_000n],
  ['1E-2', 10_000_000n],
  ['.5', 500_000_000n],
  ['1.', 1_000_000_000n],
  ['1n', 1n],
  ['0.1n', 1n],
  [' 1 ', 1_000_000_000n],
  ['1e99999', 10n ** 109n],
])('%p is %s billionths', (quantity, expected) => expect(nanos(quantity)).toBe(expected));

test.each([['one'], ['1 Gi'], ['1gi'], ['1.2.3'], ['--1'], [''], [undefined], [null]])('%p is not a quantity', (text) =>
  expect(nanos(text)).toBeUndefined(),
);

test.each([
  ['1u', 1n],
  ['-1u', -1n],
  ['0.0015', 2n],
  ['2', 2000n],
  ['x', undefined],
])('%p is stored as %s thousandths', (quantity, expected) => expect(millis(quantity)).toBe(expected));
