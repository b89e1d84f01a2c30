import type * as re2 from '@bufbuild/re2';
import { describePattern } from './patterns';

/** JavaScript tests a text of this length quickly where the pattern is one of those that are known here. */
const LONG = 100;

/** A quantifier. Without two of them, and without a repeated group, there are few ways to try a text. */
const QUANTIFIER = /[*+?{]/g;

/** A group that is repeated. */
const REPEATED_GROUP = /\)[*+?{]/;

/**
 * Makes the test of a pattern of a schema. JavaScript tests short texts of simple patterns, as that is quick to begin
 * with. All others go to RE2, whose time grows with the length of the text alone, as that of the API server's own.
 *
 * @param source a pattern that JavaScript (with the flag `u`) and RE2 read alike
 */
export function matcher(source: string): (text: string) => boolean {
  const isSimple = !REPEATED_GROUP.test(source) && (source.match(QUANTIFIER)?.length ?? 0) <= 2;
  const longest = describePattern(source) !== undefined || isSimple ? LONG : 0;
  const pattern = longest > 0 ? new RegExp(source, 'u') : undefined;
  let linear: re2.RE2JS | undefined;
  return (text) =>
    pattern !== undefined && text.length <= longest
      ? pattern.test(text)
      : (linear ??= linearPattern(source)).test(text);
}

/** Throws for what RE2 does not read. */
export function linearPattern(source: string): re2.RE2JS {
  // Loaded on use: few texts need it.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { RE2JS } = require('@bufbuild/re2') as typeof re2;
  return new RE2JS(source);
}
