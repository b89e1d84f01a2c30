/*
 * Kubernetes' quantities, such as `100m` and `1Gi`. They are computed exactly, since they are compared: `0.1` CPU and
 * `100m` are the same, and memory has more bytes than a float can count. Source: apimachinery pkg/api/resource.
 */

const QUANTITY = /^([+-]?)(\d*)(?:\.(\d*))?(?:([eE])([+-]?\d+)|([KMGTPE]i|[numkMGTPE]?))$/;

const BINARY: { readonly [suffix: string]: bigint } = { Ki: 10n, Mi: 20n, Gi: 30n, Ti: 40n, Pi: 50n, Ei: 60n };
const DECIMAL: { readonly [suffix: string]: number } = {
  n: -9,
  u: -6,
  m: -3,
  '': 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};

/** Larger exponents are cut to this: no quantity that is used comes near, and the numbers stay quick to handle. */
const LARGEST_EXPONENT = 100;

/** Whether a value is a quantity: a number, or a text of digits, perhaps a fraction, and a suffix. Digits may be missing. */
export function isQuantity(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value === 'string' && value !== '' && QUANTITY.test(value.trim());
}

/** A quantity in billionths, rounded away from zero; undefined for anything else. */
export function nanos(quantity: unknown): bigint | undefined {
  if (!isQuantity(quantity)) return undefined;
  const [, sign, whole, fraction = '', exponential, exponent, suffix] = QUANTITY.exec(String(quantity).trim())!;
  const digits = BigInt(whole + fraction);
  const factor = exponential === undefined ? BINARY[suffix] : undefined;
  const power = factor === undefined ? (exponential === undefined ? DECIMAL[suffix] : clamp(Number(exponent))) : 0;
  const amount = scale(factor === undefined ? digits : digits << factor, power + 9 - fraction.length);
  return sign === '-' ? -amount : amount;
}

function clamp(exponent: number): number {
  return Math.max(-LARGEST_EXPONENT, Math.min(LARGEST_EXPONENT, exponent));
}

function scale(digits: bigint, power: number): bigint {
  if (power >= 0) return digits * 10n ** BigInt(power);
  const divisor = 10n ** BigInt(-power);
  return (digits + divisor - 1n) / divisor;
}

/** A quantity in thousandths, rounded up as the API server stores it; undefined for anything else. */
export function millis(quantity: unknown): bigint | undefined {
  const amount = nanos(quantity);
  if (amount === undefined) return undefined;
  return amount < 0n ? -scale(-amount, -6) : scale(amount, -6);
}

/** A quantity as a number: `100m` is 0.1, `1Gi` is 2^30; undefined for anything else. */
export function amount(quantity: unknown): number | undefined {
  const exact = nanos(quantity);
  return exact === undefined ? undefined : Number(exact) / 1e9;
}

export const NANOS = 1_000_000_000n;
export const MILLIS = 1_000n;
