import { nearest } from '../nearest';
import type { Word } from './word';
import { UNKNOWN, hasUnknown } from '../unknown-value';
import { expectedOf, type GoType } from './go-values';
import { append } from '../append';

/*
 * Reads a command line as programs with github.com/spf13/pflag do. Source: v1.0.9, flag.go: parseArgs.
 */

/** A flag of a program. */
export interface FlagSpec {
  readonly type: GoType;
  /** The letter of its short form: `-v`. */
  readonly shorthand?: string;
  /** A further check of a text that its type allows: what was expected, or undefined for a valid text. */
  readonly reads?: (text: string) => string | undefined;
}

/** The flags of a program, by their names without dashes. */
export type FlagSpecs = ReadonlyMap<string, FlagSpec>;

/** A flag as it stands on a command line. */
export interface FlagUse {
  readonly name: string;
  readonly spec: FlagSpec;
  /** Undefined where the flag needs a value and there is none. */
  readonly value: string | undefined;
  /** The word with the flag. */
  readonly word: Word;
  /** The word with the value. */
  readonly valueWord: Word;
}

/** A flag that the program does not have. */
export interface UnknownFlag {
  readonly word: Word;
  /** The flag as written, without a value. */
  readonly written: string;
}

/** A command line, read. */
export interface ParsedFlags {
  readonly uses: readonly FlagUse[];
  readonly unknown: readonly UnknownFlag[];
  /** Words that are neither flags nor values. */
  readonly rest: readonly Word[];
  /** A request for help, after which nothing is read. */
  readonly help?: Word;
}

/** Reads a command line. It goes on after an unknown flag, where the program would end. */
export function parseFlags(words: readonly Word[], specs: FlagSpecs): ParsedFlags {
  const uses: FlagUse[] = [];
  const unknown: UnknownFlag[] = [];
  const rest: Word[] = [];
  let index = 0;

  const take = (name: string, word: Word, joined: string | undefined) => {
    const spec = specs.get(name)!;
    if (joined !== undefined) uses.push({ name, spec, word, value: joined, valueWord: word });
    else if (spec.type === 'bool') uses.push({ name, spec, word, value: 'true', valueWord: word });
    // A list of words: pflag reads the flag alone, and the program looks for the words itself.
    else if (spec.type === 'strings') uses.push({ name, spec, word, value: '', valueWord: word });
    else {
      const valueWord = words[index++];
      uses.push({ name, spec, word, value: valueWord?.text, valueWord: valueWord ?? word });
    }
  };

  while (index < words.length) {
    const word = words[index++];
    const { text } = word;
    if (text === '--') {
      append(rest, words.slice(index));
      break;
    }
    if (!text.startsWith('-') || text === '-') {
      rest.push(word);
      continue;
    }
    const [dashed, ...after] = text.split('=');
    const joined = after.length > 0 ? after.join('=') : undefined;
    if (!text.startsWith('--')) {
      const name = [...specs].find(([, { shorthand }]) => shorthand === text[1])?.[0];
      if (name === undefined && text[1] === 'h') return { uses, unknown, rest, help: word };
      if (name === undefined) unknown.push({ word, written: dashed });
      else take(name, word, joined !== undefined && dashed.length === 2 ? joined : text.slice(2) || undefined);
      continue;
    }
    const name = dashed.slice(2);
    if (specs.has(name)) take(name, word, joined);
    else if (name === 'help') return { uses, unknown, rest, help: word };
    else unknown.push({ word, written: dashed });
  }
  return { uses, unknown, rest };
}

/** What was expected of the value of a flag; undefined for a valid or an unknown value. */
export function expectedValue({ spec: { type, reads }, value }: FlagUse): string | undefined {
  if (value === undefined) return 'a value';
  return hasUnknown(value) ? undefined : (expectedOf(type, value) ?? reads?.(value));
}

/** The flag whose name is nearest to one that does not exist. */
export function similarFlag(written: string, specs: FlagSpecs): string | undefined {
  const name = nearest(written.replace(/^-+/, '').replaceAll('_', '-'), specs.keys());
  return name && `--${name}`;
}

/** Whether a part of the flag's name is unknown. */
export function isOpenFlag({ written }: UnknownFlag): boolean {
  return written.includes(UNKNOWN);
}
