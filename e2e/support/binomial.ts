/**
 * The central interval in which the number of hits of `n` draws with chance `p` lies with at least this probability.
 * With 200 draws at 0.9 and 99.9 % it is 165 to 192.
 */
export function binomialInterval(n: number, p: number, confidence: number): { low: number; high: number } {
  const tail = (1 - confidence) / 2;
  let logProbability = n * Math.log(1 - p);
  let cumulative = 0;
  let low: number | undefined;
  for (let hits = 0; hits <= n; hits++) {
    cumulative += Math.exp(logProbability);
    if (low === undefined && cumulative > tail) low = hits;
    if (cumulative >= 1 - tail) return { low: low ?? 0, high: hits };
    logProbability += Math.log((n - hits) / (hits + 1)) + Math.log(p / (1 - p));
  }
  return { low: low ?? n, high: n };
}
