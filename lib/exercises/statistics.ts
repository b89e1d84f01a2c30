/*
 * Thresholds of checks where chance plays a part, derived from the numbers of requests and pods.
 */

/** A set-up without a fault misses a threshold in one of this many runs. */
export const RUNS_TO_A_MISS = 1000;
const CHANCE = 1 / RUNS_TO_A_MISS;

/** The chances of 0 … n hits, when each of `n` draws hits with chance `p`. */
export function binomial(n: number, p: number): readonly number[] {
  if (p <= 0 || p >= 1) return Array.from({ length: n + 1 }, (_, hits) => (hits === (p <= 0 ? 0 : n) ? 1 : 0));
  const chances: number[] = [];
  let logarithm = n * Math.log(1 - p);
  for (let hits = 0; hits <= n; hits++) {
    chances.push(Math.exp(logarithm));
    logarithm += Math.log((n - hits) / (hits + 1)) + Math.log(p / (1 - p));
  }
  return chances;
}

/** The middle range of hits that is missed with this chance at most, half of it on either side. */
export function interval(n: number, p: number, missed = CHANCE): { readonly low: number; readonly high: number } {
  const chances = binomial(n, p);
  return { low: lowest(chances, missed / 2), high: n - lowest(chances.toReversed(), missed / 2) };
}

/** The smallest share of a fair spread over `pods`: any pod gets fewer of the requests once in 1,000 runs at most. */
export function smallestShare(requests: number, pods: number): number {
  return lowest(binomial(requests, 1 / pods), CHANCE / pods);
}

/** The largest share of a fair spread over `pods`: any pod gets more of the requests once in 1,000 runs at most. */
export function largestShare(requests: number, pods: number): number {
  return requests - lowest(binomial(requests, 1 / pods).toReversed(), CHANCE / pods);
}

/** How many different pods a fair spread reaches: fewer once in 1,000 runs at most. */
export function leastPods(requests: number, pods: number): number {
  // reached[n]: the chance that n pods have got a request so far.
  let reached = [1, ...Array<number>(pods).fill(0)];
  for (let request = 0; request < requests; request++) {
    reached = reached.map((chance, n) => (chance * n) / pods + ((reached[n - 1] ?? 0) * (pods - n + 1)) / pods);
  }
  return lowest(reached, CHANCE);
}

/** The largest number that is undershot with this chance at most. */
function lowest(chances: readonly number[], missed: number): number {
  let below = 0;
  const at = chances.findIndex((chance) => (below += chance) > missed);
  return at === -1 ? chances.length - 1 : at;
}
