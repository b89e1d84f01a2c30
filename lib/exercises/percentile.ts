/**
 * The nearest rank: the smallest of `values` that at least `percent` of 100 of them do not exceed. `percent` is above 0
 * and at most 100; undefined where there are no values.
 */
export function percentile(values: readonly number[], percent: number): number | undefined {
  const rank = Math.ceil((percent * values.length) / 100);
  return [...values].sort((a, b) => a - b)[rank - 1];
}
