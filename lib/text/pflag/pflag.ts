import { nearest } from '../nearest';
import type { Word } from '../word';
import { UNKNOWN, hasUnknown } from '../unknown-value';
import { expectedOf, type GoType } from './go-values';

/*
 * How programs with github.com/spf13/pflag read their command line: parseArgs of flag.go, v1.0.9.
 */

/** A flag of a program. */
export interface FlagSpec {
  readonly type: GoType;
  /** One letter that may stand for it after one dash. */
  readonly shorthand?: string;
  /** What was expected of a text that its type allows; undefined for one that it takes. */
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

/** A flag that the program does not have, or cannot read. */
export interface UnknownFlag {
  readonly word: Word;
  /** As it was written, without a value. */
  readonly written: string;
}

/** What a program understands of its command line. */
export interface ParsedFlags {
  readonly uses: readonly FlagUse[];
  readonly unknown: readonly UnknownFlag[];
  /** Words that are no flags and no values. */
  readonly rest: readonly Word[];
  /** A request for help, after which nothing is looked at. */
  readonly help?: Word;
}

/** Reads a command line. What comes after an unknown flag is read all the same, though the program ends there. */
export function parseFlags(words: readonly Word[], specs: FlagSpecs): ParsedFlags {
  const uses: FlagUse[] = [];
  const unknown: UnknownFlag[] = [];
  const rest: Word[] = [];
  let index = 0;

  const take = (name: string, word: Word, joined: string | undefined) => {
    const spec = specs.get(name)!;
    if (joined !== undefined) uses.push({ name, spec, word, value: joined, valueWord: word });
    else if (spec.type === 'bool') uses.push({ name, spec, word, value: 'true', valueWord: word });
    // A list of words: pflag takes the flag alone, and the program looks for its words itself.
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
      rest.push(...words.slice(index));
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

/** What was expected of the value of a flag; undefined where it has one, or where it cannot be known here. */
export function expectedValue({ spec: { type, reads }, value }: FlagUse): string | undefined {
  if (value === undefined) return 'a value';
  return hasUnknown(value) ? undefined : (expectedOf(type, value) ?? reads?.(value));
}

/** The flag that somebody may have meant. */
export function similarFlag(written: string, specs: FlagSpecs): string | undefined {
  const name = nearest(written.replace(/^-+/, '').replaceAll('_', '-'), specs.keys());
  return name && `--${name}`;
}

/** Whether nobody can say here which flag a word is. */
export function isOpenFlag({ written }: UnknownFlag): boolean {
  return written.includes(UNKNOWN);
}
