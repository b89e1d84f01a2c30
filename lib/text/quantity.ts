/*
 * Amounts as Kubernetes reads them: apimachinery pkg/api/resource. Exact, since two amounts are compared: `0.1` CPU and
 * `100m` are the same, and memory has more bytes than a float can count.
 */

const QUANTITY = /^([+-]?)(\d*)\.?(\d*)(?:([eE])([+-]?\d+)|([KMGTPE]i|[numkMGTPE]?))$/;

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

/** Nothing that counts is larger, and such a number is still quick to handle. */
const LARGEST_EXPONENT = 100;

/** An amount in billionths, rounded away from zero; undefined for what is no quantity. */
export function nanos(quantity: unknown): bigint | undefined {
  const match = QUANTITY.exec(String(quantity).trim());
  if (match === null || quantity === undefined || quantity === null || quantity === '') return undefined;
  const [, sign, whole, fraction, exponential, exponent, suffix] = match;
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

/** An amount of a resource in thousandths, rounded up as the API server stores it. */
export function millis(quantity: unknown): bigint | undefined {
  const amount = nanos(quantity);
  if (amount === undefined) return undefined;
  return amount < 0n ? -scale(-amount, -6) : scale(amount, -6);
}

export const NANOS = 1_000_000_000n;
export const MILLIS = 1_000n;
