/*
 * The values of scalars as kubectl resolves them, which reads YAML 1.1. Source: go.yaml.in/yaml/v2 v2.4.3, resolve.go, by way of
 * sigs.k8s.io/yaml v1.6.0.
 */

const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ...spellings(true, 'y', 'yes', 'true', 'on'),
  ...spellings(false, 'n', 'no', 'false', 'off'),
  ...spellings(null, 'null'),
  ['', null],
  ['~', null],
  ...spellings(Infinity, '.inf', '+.inf'),
  ...spellings(-Infinity, '-.inf'),
  ['.nan', NaN],
  ['.NaN', NaN],
  ['.NAN', NaN],
]);

function spellings(value: unknown, ...words: readonly string[]): [string, unknown][] {
  const capitalized = (word: string) => word.replace(/[a-z]/, (letter) => letter.toUpperCase());
  return words.flatMap((word) =>
    [word, capitalized(word), word.toUpperCase()].map((text): [string, unknown] => [text, value]),
  );
}

/** The first characters of scalars that may be something else than strings. */
const HINT = /^(?:$|[-+.~\dyYnNtTfFoO])/;
const INTEGER = /^([-+]?)(?:0([xX][\da-fA-F]+|[bB][01]+|[oO][0-7]+)|0([0-7]*)|([1-9]\d*))$/;
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;

/** The value of an unquoted scalar without a tag. */
export function resolvePlain(text: string): unknown {
  if (!HINT.test(text)) return text;
  const word = WORDS.get(text);
  return word === undefined ? (resolveNumber(text) ?? text) : word;
}

function resolveNumber(text: string): number | undefined {
  const plain = text.replaceAll('_', '');
  return integer(plain) ?? float(plain);
}

function integer(text: string): number | undefined {
  const match = INTEGER.exec(text);
  if (match === null) return undefined;
  const [, sign, prefixed, octal, decimal] = match;
  const magnitude = Number(prefixed === undefined ? decimal || (octal && `0o${octal}`) || '0' : `0${prefixed}`);
  const limit = { '': 2 ** 64, '+': 2 ** 63, '-': 2 ** 63 }[sign]!;
  // Zero has no sign.
  return magnitude > limit ? undefined : (sign === '-' ? -magnitude : magnitude) + 0;
}

function float(text: string): number | undefined {
  const value = FLOAT.test(text) ? Number(text) : NaN;
  return Number.isFinite(value) ? value + 0 : undefined;
}

/** The value of a scalar with a tag; undefined where it does not fit the tag. Tags that kubectl does not know are ignored. */
export function resolveTagged(tag: string, text: string): unknown {
  const name = tag.replace(/^!<tag:yaml\.org,2002:(.*)>$/, '!!$1');
  if (name === '!!binary') return BASE64.test(text) ? Buffer.from(text, 'base64').toString() : undefined;
  const fits = TAGS.get(name);
  const value = fits === undefined ? text : resolvePlain(text);
  return fits === undefined || fits(value) ? value : undefined;
}

const BASE64 = /^[A-Za-z\d+/\s]*(?:={1,2}\s*)?$/;

const TAGS: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ['!!null', (value) => value === null],
  ['!!bool', (value) => typeof value === 'boolean'],
  ['!!int', (value) => Number.isInteger(value)],
  ['!!float', (value) => typeof value === 'number'],
]);
