/*
 * Durations as text, each grammar once: Go's and Gateway API's.
 */

const NANOSECONDS: { readonly [unit: string]: bigint } = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};

const GO_PARTS = /^(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|[uµμ]s|ms|s|m|h))+$/;
const GO_PART = /(\d*)(?:\.(\d*))?([a-zµμ]+)/gy;

/**
 * Nanoseconds of a Go duration such as `1h30m` or `-.5s`; undefined for anything else. A `metav1.Duration` and CEL's
 * `duration()` have the same grammar. Source: Go, time.ParseDuration.
 */
export function parseGoDuration(text: string): bigint | undefined {
  const isNegative = text.startsWith('-');
  const parts = text.replace(/^[-+]/, '');
  if (parts === '0') return 0n;
  if (!GO_PARTS.test(parts)) return undefined;
  let total = 0n;
  for (const [, whole, fraction = '', unit] of parts.matchAll(GO_PART)) {
    const size = NANOSECONDS[unit];
    total += BigInt(whole) * size + (BigInt(fraction) * size) / 10n ** BigInt(fraction.length);
  }
  // 64 bits hold 292 years, and one nanosecond more below zero.
  if (total > 2n ** 63n - (isNegative ? 0n : 1n)) return undefined;
  return isNegative ? -total : total;
}

const MILLISECONDS: { readonly [unit: string]: number } = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

/**
 * Milliseconds of a duration of Gateway API such as `1m30s`; undefined for anything else. It has whole numbers of up to
 * five digits and at most four parts.
 *
 * @see https://gateway-api.sigs.k8s.io/geps/gep-2257/
 */
export function parseGatewayDuration(text: unknown): number | undefined {
  if (typeof text !== 'string' || !/^(?:\d{1,5}(?:h|m|s|ms)){1,4}$/.test(text)) return undefined;
  const parts = text.matchAll(/(\d+)(ms|h|m|s)/gy);
  return [...parts].reduce((sum, [, count, unit]) => sum + Number(count) * MILLISECONDS[unit], 0);
}

/** Milliseconds as Gateway API writes them: `0s`, `90s`, `1s500ms`. Hours only where five digits do not hold the seconds. */
export function showGatewayDuration(milliseconds: number): string {
  const hours = milliseconds < 100_000_000 ? 0 : Math.trunc(milliseconds / MILLISECONDS.h);
  const parts = { h: hours, s: Math.trunc(milliseconds / 1000) - hours * 3600, ms: milliseconds % 1000 };
  const written = Object.entries(parts).flatMap(([unit, count]) => (count === 0 ? [] : [`${count}${unit}`]));
  return written.join('') || '0s';
}

const GO_UNITS = [
  ['s', 1_000_000_000n],
  ['ms', 1_000_000n],
  ['us', 1_000n],
] as const;

/** Milliseconds as a Go duration in the largest unit that holds them as a whole number, nanoseconds at the least: `90s`, `1500us`. */
export function showGoDuration(milliseconds: number): string {
  const nanoseconds = BigInt(Math.round(milliseconds * 1_000_000));
  const [unit, size] = GO_UNITS.find(([, each]) => nanoseconds % each === 0n) ?? ['ns', 1n];
  return `${nanoseconds / size}${unit}`;
}
