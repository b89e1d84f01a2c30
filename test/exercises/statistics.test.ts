import { binomial, interval, largestShare, leastPods, smallestShare } from '../../lib/exercises/statistics';

/** Draws `n` pods out of `pods`, again and again, and counts how often something holds. */
function shareOfRuns(n: number, pods: number, holds: (counts: readonly number[]) => boolean): number {
  let state = 1;
  // Lehmer's generator with Park and Miller's factor: the same draws in every run of the test.
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
  const runs = 20_000;
  let held = 0;
  for (let run = 0; run < runs; run++) {
    const counts = Array<number>(pods).fill(0);
    for (let draw = 0; draw < n; draw++) counts[Math.floor(random() * pods)]++;
    if (holds(counts)) held++;
  }
  return held / runs;
}

test('the chances of a binomial distribution add up to 1', () => {
  for (const [n, p] of [
    [9, 1 / 3],
    [400, 0.9],
    [5, 0],
    [5, 1],
  ]) {
    expect(binomial(n, p).reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
  }
});

test('two coins', () => expect(binomial(2, 0.5).map((chance) => +chance.toFixed(9))).toEqual([0.25, 0.5, 0.25]));

describe('a fair spread of 100 requests over 3 pods', () => {
  test('undershoots the smallest share in less than 1 of 1,000 runs, and a share of one more in more', () => {
    const least = smallestShare(100, 3);
    expect(shareOfRuns(100, 3, (counts) => Math.min(...counts) < least)).toBeLessThan(0.002);
    expect(shareOfRuns(100, 3, (counts) => Math.min(...counts) < least + 2)).toBeGreaterThan(0.001);
  });

  test('exceeds the largest share in less than 1 of 1,000 runs', () => {
    const most = largestShare(100, 3);
    expect(shareOfRuns(100, 3, (counts) => Math.max(...counts) > most)).toBeLessThan(0.002);
    expect(shareOfRuns(100, 3, (counts) => Math.max(...counts) > most - 2)).toBeGreaterThan(0.001);
  });
});

test.each<[number, number, number, number]>([
  [9, 3, 0, 2],
  [100, 3, 18, 3],
  [1, 3, 0, 1],
  [100, 1, 100, 1],
])('%i requests over %i pods: each gets %i, and %i pods get some', (requests, pods, share, reached) => {
  expect(smallestShare(requests, pods)).toBe(share);
  expect(leastPods(requests, pods)).toBe(reached);
});

test('200 draws at 0.9 lie between 165 and 192 in 999 of 1,000 cases', () => {
  expect(interval(200, 0.9)).toEqual({ low: 165, high: 192 });
});
