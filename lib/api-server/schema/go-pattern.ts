import { UnsupportedSchema } from './definition';

/** A part of a pattern: an escape, a complete character class, or one character. */
const PART = /\\x[\dA-Fa-f]{2}|\\.|\[(?:\\x[\dA-Fa-f]{2}|\\.|[^\]\\])*\]|[^]/g;

/** Letters that mean the same after a backslash in both languages. */
const SAME_ESCAPES = new Set('dDwWbBnrtfvx');

/**
 * Translates a pattern of Go's regexp package to JavaScript with the flag `u`. In Go, `.` matches all line breaks but
 * \n; in JavaScript, a backslash is only allowed before characters that need one.
 */
export function ecmaPattern(pattern: string, where: string): string {
  const translated = pattern.replace(PART, (part) => translate(part, where));
  try {
    new RegExp(translated, 'u');
  } catch (error) {
    throw new UnsupportedSchema(`${where} has a pattern that JavaScript cannot read: ${(error as Error).message}`);
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

function escape(part: string, where: string, special: RegExp): string {
  const character = part[1];
  if (SAME_ESCAPES.has(character) || special.test(character)) return part;
  if (/[^A-Za-z\d]/.test(character)) return character;
  throw new UnsupportedSchema(`${where} has a pattern with ${part}, which is not supported`);
}
