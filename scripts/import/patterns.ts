import { ImportError } from './import-error';

/** A part of a pattern: an escape, a character class as a whole, or one character. */
const PART = /\\x[\dA-Fa-f]{2}|\\.|\[(?:\\x[\dA-Fa-f]{2}|\\.|[^\]\\])*\]|[^]/g;

/** Letters that mean the same after a backslash in both languages. */
const SAME_ESCAPES = new Set('dDwWbBnrtfvx');

/**
 * A pattern of Go's regexp package as JavaScript reads it with the flag `u`. There `.` does not match line breaks other
 * than \n, and a backslash may only stand before what needs one.
 */
export function ecmaPattern(pattern: string, where: string): string {
  const translated = pattern.replace(PART, (part) => translate(part, where));
  try {
    new RegExp(translated, 'u');
  } catch (error) {
    throw new ImportError(`${where} has a pattern that JavaScript cannot read: ${(error as Error).message}`);
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
  throw new ImportError(`${where} has a pattern with ${part}: teach patterns.ts about it`);
}
