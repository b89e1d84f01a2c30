import type * as re2 from '@bufbuild/re2';
import { describePattern } from './patterns';

/** JavaScript needs at most some million steps for a text of this length, whatever the pattern is. */
const SHORT = 20;

/** The same, for a pattern whose time grows with the square of the text. */
const LONG = 1000;

/** A group that is repeated, without which time cannot grow exponentially. */
const REPEATED_GROUP = /\)[*+?{]/;

/**
 * Makes the test of a pattern of a schema. JavaScript tests short texts, as that is quick to begin with. All others go to
 * RE2, whose time grows with the length of the text alone, as that of the API server's own.
 *
 * @param source a pattern that JavaScript (with the flag `u`) and RE2 read alike
 */
export function matcher(source: string): (text: string) => boolean {
  const pattern = new RegExp(source, 'u');
  const isKnown = describePattern(source) !== undefined || !REPEATED_GROUP.test(source);
  const longest = isKnown ? LONG : SHORT;
  let linear: re2.RE2JS | undefined;
  return (text) => (text.length <= longest ? pattern.test(text) : (linear ??= linearPattern(source)).test(text));
}

/** Throws for what RE2 does not read. */
export function linearPattern(source: string): re2.RE2JS {
  // Loaded on use: few texts need it.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { RE2JS } = require('@bufbuild/re2') as typeof re2;
  return new RE2JS(source);
}
