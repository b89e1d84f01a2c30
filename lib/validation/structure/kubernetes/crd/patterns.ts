import { show } from '../checks';
import type { Field } from '../field';

/** Pieces of JavaScript's regular expressions that Go's, RE2, do not have. */
const NOT_IN_RE2 = /\(\?<?[=!]|\\[1-9k]/;

/** Pieces of RE2 that JavaScript spells otherwise, and what stands for them where only the form counts. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\(\?P</g, '(?<'],
  [/\(\?[imsU]*(?:-[imsU]+)?\)/g, ''],
  [/\(\?[imsU]*(?:-[imsU]+)?:/g, '(?:'],
  [/\\[AzC]/g, ''],
  [/\[\[:\^?[a-z]+:\]/g, '[a'],
  [/\[:\^?[a-z]+:\]/g, 'a'],
];

/** Whether a text is a regular expression of Go. */
export function isPattern(text: string): boolean {
  if (NOT_IN_RE2.test(text.replace(/\\\\/g, ''))) return false;
  try {
    new RegExp(SPELLINGS.reduce((pattern, [from, to]) => pattern.replace(from, to), text));
  } catch {
    return false;
  }
  // JavaScript takes a lone quantifier's brace and bracket as they are; so does Go.
  return true;
}

export function checkPatternOf(schema: Field): void {
  const pattern = schema.at('pattern');
  if (!pattern.empty && !isPattern(pattern.value)) {
    pattern.refuse(
      `${show(pattern.value)} is no regular expression of RE2`,
      'correct it; RE2 has no lookarounds and backreferences',
    );
  }
}
