import { show } from '../checks';
import type { Field } from '../field';

/** What JavaScript takes and Go's regular expressions, RE2, do not: lookarounds, back references, other escapes. */
const NOT_IN_RE2 = /\(\?<?[=!]|\\(?![0AzCQEpPxafnrtvdDsSwWbB_\W])/;

const MOST_REPEATS = 1000;

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
  const withoutBackslashes = text.replace(/\\\\/g, '');
  if (NOT_IN_RE2.test(withoutBackslashes)) return false;
  const repeats = [...withoutBackslashes.matchAll(/(?<!\\)\{(\d+)(?:,(\d*))?\}/g)];
  if (repeats.some(([, min, max]) => Math.max(Number(min), Number(max ?? 0)) > MOST_REPEATS)) return false;
  try {
    new RegExp(SPELLINGS.reduce((pattern, [from, to]) => pattern.replace(from, to), text));
  } catch {
    return false;
  }
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
