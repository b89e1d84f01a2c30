import { groupSize, thinned } from '../../../lib/exercises/report/thin';
import { requests } from '../../support/exercise-run';

test('keeps the first and the slowest of each group', () => {
  const inTime = requests(7, 7).map((request, index) => ({ ...request, milliseconds: [3, 9, 1, 5, 2, 4, 8][index] }));
  const left = thinned(inTime.toReversed(), 3).map(({ milliseconds }) => milliseconds);
  expect(left).toEqual([3, 9, 5, 8]);
});

test.each([
  [1_500, 1_500, 1],
  [1_501, 1_500, 3],
  [18_000, 1_500, 24],
])('%d of at most %d: two of each %d', (all, limit, size) => expect(groupSize(all, limit)).toBe(size));
