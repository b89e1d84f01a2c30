const MILLISECONDS: { readonly [unit: string]: number } = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

/** Milliseconds of a duration of Gateway API (GEP-2257), such as `1m30s`; undefined for anything else. */
export function milliseconds(duration: unknown): number | undefined {
  if (typeof duration !== 'string' || !/^(?:\d{1,5}(?:h|m|s|ms)){1,4}$/.test(duration)) return undefined;
  const parts = duration.matchAll(/(\d+)(ms|h|m|s)/g);
  return [...parts].reduce((sum, [, amount, unit]) => sum + Number(amount) * MILLISECONDS[unit], 0);
}
