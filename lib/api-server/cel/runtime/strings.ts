import { fail } from './errors';
import { withoutEnd } from '../../../text/parts';

/*
 * Positions count code points in CEL, UTF-16 units in JavaScript.
 * https://pkg.go.dev/github.com/google/cel-go/ext#Strings
 */

export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

export function charAt(text: string, index: number): string {
  const characters = [...text];
  return index >= 0 && index <= characters.length ? (characters[index] ?? '') : outOfRange(index);
}

export function indexOf(text: string, part: string, from = 0): number {
  if (part === '') return from;
  if (from < 0) outOfRange(from);
  return position(text, text.indexOf(part, unit(text, from)));
}

export function lastIndexOf(text: string, part: string, from?: number): number {
  if (from === undefined) return position(text, text.lastIndexOf(part));
  if (part === '') return from;
  if (from < 0) outOfRange(from);
  return from >= codePoints(text) ? -1 : position(text, text.lastIndexOf(part, unit(text, from)));
}

/** The UTF-16 unit where a code point begins. */
function unit(text: string, codePoint: number): number {
  return [...text].slice(0, codePoint).join('').length;
}

function position(text: string, start: number): number {
  return start < 0 ? start : codePoints(text.slice(0, start));
}

export function substring(text: string, start: number, end?: number): string {
  const characters = [...text];
  const stop = end ?? characters.length;
  if (end !== undefined && start > end) fail(`invalid substring range. start: ${start}, end: ${end}`);
  for (const index of [start, stop]) if (index < 0 || index > characters.length) outOfRange(index);
  return characters.slice(start, stop).join('');
}

function outOfRange(index: number): never {
  return fail(`index out of range: ${index}`);
}

/** At most `limit` pieces; the last one keeps its separators. A negative limit means no limit. */
export function split(text: string, separator: string, limit = -1): string[] {
  if (limit === 0) return [];
  const pieces = separator === '' ? [...text] : text.split(separator);
  if (limit < 0 || pieces.length <= limit) return pieces;
  return [...pieces.slice(0, limit - 1), pieces.slice(limit - 1).join(separator)];
}

/** Replaces the first `limit` occurrences; a negative limit replaces all. */
export function replace(text: string, old: string, replacement: string, limit: number): string {
  let count = 0;
  return text.replaceAll(old, () => (limit < 0 || count++ < limit ? replacement : old));
}

export function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

export function upperAscii(text: string): string {
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

/** https://pkg.go.dev/strings#TrimSpace */
export function trim(text: string): string {
  return withoutEnd(text.replace(/^\p{White_Space}+/u, ''), (character) => /\p{White_Space}/u.test(character));
}
