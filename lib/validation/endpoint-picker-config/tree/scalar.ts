import type { ScalarNode } from './node';

/** What a scalar of YAML may turn out to be. */
export type Resolved = DistributiveOmit<ScalarNode, 'line'> | { readonly is: 'infinite' };

type DistributiveOmit<Type, Key extends string> = Type extends unknown ? Omit<Type, Key> : never;

/** The words that are no strings. YAML 1.1, whose booleans are many. */
const WORDS: ReadonlyMap<string, Resolved> = new Map([
  ...cases(['y', 'yes', 'true', 'on'], { is: 'boolean', value: true }),
  ...cases(['n', 'no', 'false', 'off'], { is: 'boolean', value: false }),
  ...cases(['', '~', 'null'], { is: 'null' }),
  ...cases(['.inf', '+.inf', '-.inf', '.nan'], { is: 'infinite' }),
  // The one word with an unusual case.
  ['.NaN', { is: 'infinite' }],
]);

/** `on`, `On` and `ON`. */
function cases(words: readonly string[], resolved: Resolved): [string, Resolved][] {
  return words.flatMap((word) =>
    [word, word.replace(/[a-z]/, (letter) => letter.toUpperCase()), word.toUpperCase()].map(
      (spelling): [string, Resolved] => [spelling, resolved],
    ),
  );
}

const INTEGER = /^([+-]?)(0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+|0[0-7]*|[1-9]\d*)$/;
const FLOAT = /^[+-]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][+-]?\d+)?$/;

/** What a plain scalar means to go.yaml.in/yaml/v2 (resolve.go), which the endpoint picker reads YAML with. */
export function resolvePlain(text: string): Resolved {
  return WORDS.get(text) ?? number(text) ?? { is: 'string', value: text };
}

function number(text: string): Resolved | undefined {
  if (!/^[-+.\d]/.test(text)) return undefined;
  // Underscores may stand anywhere, except in a number that begins with its point.
  const digits = text.startsWith('.') ? text : text.replaceAll('_', '');
  return integer(digits) ?? float(digits);
}

function integer(digits: string): Resolved | undefined {
  const match = INTEGER.exec(digits);
  if (match === null) return undefined;
  const [, sign, magnitude] = match;
  // A leading zero alone means octal.
  const value = BigInt(/^0\d/.test(magnitude) ? `0o${magnitude.slice(1)}` : magnitude);
  const signed = sign === '-' ? -value : value;
  // What 64 bits cannot hold is a float.
  const fits = signed >= -(2n ** 63n) && signed < 2n ** 64n && !(sign !== '' && signed >= 2n ** 63n);
  return fits ? { is: 'number', literal: String(signed) } : undefined;
}

function float(digits: string): Resolved | undefined {
  const value = FLOAT.test(digits) ? Number(digits) : NaN;
  return Number.isFinite(value) ? { is: 'number', literal: JSON.stringify(value) } : undefined;
}
