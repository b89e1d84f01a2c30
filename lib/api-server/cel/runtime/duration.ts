import { fail } from './errors';

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

const PART = /(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/y;
const MAX = 2n ** 63n - 1n;

/** Nanoseconds of a duration as Go writes it, for example `1h30m`: https://pkg.go.dev/time#ParseDuration */
export function duration(text: string): bigint {
  return parse(text) ?? fail("type conversion error from 'string' to 'google.protobuf.Duration'");
}

function parse(text: string): bigint | undefined {
  const [, sign, amount] = /^([+-]?)([^]*)$/.exec(text)!;
  if (amount === '0') return 0n;
  let total = 0n;
  PART.lastIndex = 0;
  while (PART.lastIndex < amount.length) {
    const part = PART.exec(amount);
    if (part === null) return undefined;
    const [, digits, fraction = '', unit] = part;
    if (digits + fraction === '') return undefined;
    total +=
      BigInt(digits || 0) * NANOSECONDS[unit] +
      (BigInt(fraction || 0) * NANOSECONDS[unit]) / 10n ** BigInt(fraction.length);
  }
  if (amount === '' || total > MAX) return undefined;
  return sign === '-' ? -total : total;
}
