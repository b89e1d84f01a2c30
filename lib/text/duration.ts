const NANOSECONDS: { readonly [unit: string]: number } = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};

/** Nanoseconds of a Go duration such as `1m30s`; undefined where it is none. Source: Go, time.ParseDuration. */
export function parseDuration(text: string): number | undefined {
  const [, sign, rest] = /^([-+]?)(.*)$/s.exec(text)!;
  if (rest === '0') return 0;
  if (!/^(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|[uµμ]s|ms|s|m|h))+$/.test(rest)) return undefined;
  const parts = [...rest.matchAll(/([\d.]+)([a-zµμ]+)/g)].map(([, count, unit]) => Number(count) * NANOSECONDS[unit]);
  const total = parts.reduce((sum, part) => sum + part, 0);
  // 64 bits hold 292 years.
  return total > 2 ** 63 ? undefined : sign === '-' ? -total : total;
}
