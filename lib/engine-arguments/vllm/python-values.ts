/*
 * How Python reads values from text. Undefined is what Python raises an error for.
 */

const DIGITS = String.raw`\d+(?:_\d+)*`;
const INT = new RegExp(`^[+-]?${DIGITS}$`);
const FLOAT = new RegExp(
  `^[+-]?(?:(?:${DIGITS}(?:\\.(?:${DIGITS})?)?|\\.${DIGITS})(?:e[+-]?${DIGITS})?|inf(?:inity)?|nan)$`,
  'i',
);
const HUMAN = /^(\d+(?:\.\d+)?)([kKmMgGtT])$/;
const MULTIPLIERS: { readonly [suffix: string]: number } = {
  k: 1e3,
  m: 1e6,
  g: 1e9,
  t: 1e12,
  K: 2 ** 10,
  M: 2 ** 20,
  G: 2 ** 30,
  T: 2 ** 40,
};

/** `int(text)`: spaces around it, a sign, and `_` between digits are allowed. */
export function pythonInt(text: string): number | undefined {
  const trimmed = text.trim();
  return INT.test(trimmed) ? Number(trimmed.replaceAll('_', '')) : undefined;
}

/** `float(text)`. */
export function pythonFloat(text: string): number | undefined {
  const trimmed = text.trim();
  if (!FLOAT.test(trimmed)) return undefined;
  const number = Number(trimmed.replaceAll('_', ''));
  return Number.isNaN(number) ? specialFloat(trimmed) : number;
}

function specialFloat(text: string): number {
  return /nan/i.test(text) ? NaN : text.startsWith('-') ? -Infinity : Infinity;
}

/** vLLM's human_readable_int: `1k` is 1000, `1K` is 1024, `25.6k` is 25600; with binary suffixes no decimals. */
export function humanReadableInt(text: string): number | undefined {
  const [, number, suffix] = HUMAN.exec(text.trim()) ?? [];
  if (number === undefined) return pythonInt(text);
  if (/[A-Z]/.test(suffix) && number.includes('.')) return undefined;
  return Math.trunc(Number(number) * MULTIPLIERS[suffix]);
}

/** `json.loads(text)`, which also knows NaN and the infinities. Undefined is no JSON; null is JSON's null. */
export function pythonJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // fall through
  }
  try {
    return JSON.parse(outsideStrings(text, (part) => part.replace(/\bNaN\b|\bInfinity\b/g, '1e999')));
  } catch {
    return undefined;
  }
}

/** Changes what stands outside of the strings of a JSON text. */
export function outsideStrings(text: string, change: (part: string) => string): string {
  return text
    .split(/("(?:[^"\\]|\\.)*")/)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('');
}
