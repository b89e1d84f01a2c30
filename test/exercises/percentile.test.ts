import { percentile } from '../../lib/exercises/percentile';

test.each([
  [[], 50, undefined],
  [[7], 1, 7],
  [[7], 100, 7],
  [[15, 20, 35, 40, 50], 30, 20],
  [[15, 20, 35, 40, 50], 40, 20],
  [[15, 20, 35, 40, 50], 50, 35],
  [[15, 20, 35, 40, 50], 100, 50],
  [[100, 9, 20], 50, 20],
])('of %j, %d %% are at most %p', (values, percent, expected) => expect(percentile(values, percent)).toBe(expected));

test.each([
  [50, 50],
  [90, 90],
  [99, 99],
  [99.1, 100],
])('p%d of 1 … 100 is %d', (percent, expected) => {
  expect(
    percentile(
      Array.from({ length: 100 }, (_, index) => 100 - index),
      percent,
    ),
  ).toBe(expected);
});

test('leaves the values as they are', () => {
  const values = [3, 1, 2];
  percentile(values, 50);
  expect(values).toEqual([3, 1, 2]);
});
