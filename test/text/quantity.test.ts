import { amount, isQuantity, millis, nanos } from '../../lib/text/quantity';

test.each<[unknown, bigint | undefined]>([
  ['1', 1_000_000_000n],
  ['100m', 100_000_000n],
  ['0.1', 100_000_000n],
  ['1n', 1n],
  ['0.1n', 1n],
  ['-0.1n', -1n],
  ['1u', 1000n],
  ['1.5k', 1_500_000_000_000n],
  ['1Ki', 1024_000_000_000n],
  ['0.5Gi', 2n ** 29n * 1_000_000_000n],
  ['1Ei', 2n ** 60n * 1_000_000_000n],
  ['1e3', 1_000_000_000_000n],
  ['1E-3', 1_000_000n],
  ['1e-999', 1n],
  [' 1 ', 1_000_000_000n],
  [5, 5_000_000_000n],
  [1e21, 10n ** 30n],
  ['', undefined],
  ['1 k', undefined],
  ['1K', undefined],
  ['1ki', undefined],
  ['1Gi2', undefined],
  ['1.2.3', undefined],
  ['x', undefined],
  [NaN, undefined],
  [null, undefined],
  [undefined, undefined],
  [true, undefined],
])('%p in billionths', (quantity, expected) => {
  expect(nanos(quantity)).toBe(expected);
  expect(isQuantity(quantity)).toBe(expected !== undefined);
});

test.each<[unknown, bigint | undefined]>([
  ['1', 1000n],
  ['1m', 1n],
  ['0.1m', 1n],
  ['-0.1m', -1n],
  ['x', undefined],
])('%p in thousandths', (quantity, expected) => expect(millis(quantity)).toBe(expected));

test.each<[unknown, number | undefined]>([
  ['100m', 0.1],
  ['1Gi', 2 ** 30],
  [2, 2],
  ['x', undefined],
  [undefined, undefined],
])('%p as a number', (quantity, expected) => expect(amount(quantity)).toBe(expected));
