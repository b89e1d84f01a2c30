import { parseGoDuration } from '../duration';

/*
 * Which texts Go's pflag takes as values of its types.
 */

/** Types of flags. */
export type GoType = 'bool' | 'int' | 'ints' | 'uint' | 'float' | 'duration' | 'string' | 'strings';

type Reader = (text: string) => string | undefined;

const BOOL = /^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/;
const TRUE = /^(?:1|t|T|TRUE|true|True)$/;
// strconv.ParseInt with base 0: a prefix tells the base, and underscores may stand between digits.
const INT =
  /^[+-]?(?:0|[1-9](?:_?\d)*|0_?[0-7](?:_?[0-7])*|0[oO](?:_?[0-7])+|0[xX](?:_?[\da-fA-F])+|0[bB](?:_?[01])+)$/;
const FLOAT = /^[+-]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|inf(?:inity)?|nan)$/i;

const READERS: { readonly [type in GoType]: Reader } = {
  bool: matching(BOOL, 'true or false'),
  int: (text) => (INT.test(text) && fitsInt64(text) ? undefined : 'a whole number'),
  uint: (text) =>
    INT.test(text) && !/^[+-]/.test(text) && fitsInt64(text) ? undefined : 'a whole number of 0 or more',
  ints: (text) =>
    text.split(',').every((part) => /^[+-]?\d+$/.test(part) && Math.abs(Number(part)) < 2 ** 63)
      ? undefined
      : 'whole numbers with commas between them',
  float: matching(FLOAT, 'a number'),
  duration: (text) => (parseGoDuration(text) === undefined ? 'a duration such as 500ms, 30s or 1m30s' : undefined),
  string: () => undefined,
  strings: () => undefined,
};

/** What was expected of a value of this type; undefined for a valid text. */
export function expectedOf(type: GoType, text: string): string | undefined {
  return READERS[type](text);
}

/** The value of a Go boolean, such as `true`, `1` or `T`; undefined for anything else. */
export function goBool(text: string): boolean | undefined {
  return BOOL.test(text) ? TRUE.test(text) : undefined;
}

/** The value of a Go integer, in any base; undefined for anything else. */
export function goInt(text: string): number | undefined {
  if (!INT.test(text)) return undefined;
  const [, sign, digits] = /^([+-]?)(.*)$/.exec(text.replaceAll('_', ''))!;
  const octal = /^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits;
  return Number(octal) * (sign === '-' ? -1 : 1);
}

function matching(pattern: RegExp, expected: string): Reader {
  return (text) => (pattern.test(text) ? undefined : expected);
}

function fitsInt64(text: string): boolean {
  return Math.abs(goInt(text)!) < 2 ** 63;
}
