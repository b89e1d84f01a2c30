const FACTORS: { readonly [suffix: string]: number } = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** Value of a Kubernetes quantity such as `1Gi`; undefined where it is none. Source: apimachinery pkg/api/resource. */
export function parseQuantity(text: string): number | undefined {
  const match = /^([-+]?)(\d*(?:\.\d*)?)([a-zA-Z]*|[eE][-+]?\d+)$/.exec(text);
  if (text === '' || match === null) return undefined;
  const [, sign, digits, suffix] = match;
  const factor = FACTORS[suffix] ?? Number(/\d/.test(suffix) ? `1${suffix}` : NaN);
  if (Number.isNaN(factor)) return undefined;
  const value = Number(`0${digits}`) * factor;
  return sign === '-' ? -value : value;
}
