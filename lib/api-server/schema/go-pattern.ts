import { UnsupportedSchema } from './definition';
import { linearPattern } from './matcher';

/** A part of a pattern: an escape, a complete character class, or one character. */
// A class that never ends reaches to the end of the text, so that no place is tried twice.
// eslint-disable-next-line regexp/no-super-linear-move
const PART = /\\x[\dA-Fa-f]{2}|\\.|\[(?:\\[^]|[^\]\\])*(?:\]|\\?$)|[^]/g;

/** Letters that mean the same after a backslash in both languages. */
const SAME_ESCAPES = new Set('dDwWbBnrtfvx');

/** Go's flag for a pattern in which capitals and small letters are the same. Node.js 20 cannot read it. */
const IGNORE_CASE = /^(\^?)\(\?i\)/;

/** What Go takes for the same letter beside the capital: the Kelvin sign and the long s. */
const SAME_LETTERS: { readonly [letter: string]: string } = { k: '\u212a', s: '\u017f' };

/**
 * Translates a pattern of Go's regexp package to JavaScript with the flag `u`. In Go, `.` matches all line breaks but
 * \n; in JavaScript, a backslash is only allowed before characters that need one.
 */
export function ecmaPattern(pattern: string, where: string): string {
  const letters = IGNORE_CASE.test(pattern) ? (part: string) => eitherCase(part, where) : (part: string) => part;
  const translated = pattern.replace(IGNORE_CASE, '$1').replace(PART, (part) => letters(translate(part, where)));
  try {
    new RegExp(translated, 'u');
    linearPattern(translated);
  } catch (error) {
    throw new UnsupportedSchema(`${where} has a pattern that cannot be read: ${(error as Error).message}`);
  }
  return translated;
}

function translate(part: string, where: string): string {
  if (part === '.') return '[^\\n]';
  if (part.startsWith('\\')) return escape(part, where, /[\^$\\.*+?()[\]{}|/]/);
  if (part.startsWith('[') && part.length > 1) {
    return part.replace(/\\x[\dA-Fa-f]{2}|\\./g, (inner) => escape(inner, where, /[\^$\\.*+?()[\]{}|/-]/));
  }
  return part;
}

/** A part of a pattern that ignores case. Classes and escapes with letters are refused: no pinned pattern has them. */
function eitherCase(part: string, where: string): string {
  if (!/[a-z]/i.test(part) || part === '[^\\n]') return part;
  if (part.length > 1)
    throw new UnsupportedSchema(`${where} has a pattern with (?i) and ${part}, which is not supported`);
  const small = part.toLowerCase();
  return `[${small}${part.toUpperCase()}${SAME_LETTERS[small] ?? ''}]`;
}

function escape(part: string, where: string, special: RegExp): string {
  const character = part[1];
  if (SAME_ESCAPES.has(character) || special.test(character)) return part;
  if (/[^A-Za-z\d]/.test(character)) return character;
  throw new UnsupportedSchema(`${where} has a pattern with ${part}, which is not supported`);
}
