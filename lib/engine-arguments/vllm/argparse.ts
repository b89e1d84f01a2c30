import { UNKNOWN } from '../../text/unknown-value';
import type { Argument } from './argument';
import { type ArgumentTable, HELP, type Option } from './argument-table';
import { append } from '../../text/append';

/*
 * Which words of a command line are options and which are their values: the algorithm of Python's argparse (3.11, the
 * one of vLLM's Debian image) for a parser with one optional positional argument. What it does that is not obvious:
 * a long option may be shortened as long as only one begins so; after `--` nothing is an option; a word that starts
 * with `-` is a value only if it is a negative number or contains a space.
 */

/** An option as it stands on a command line. */
export interface Use {
  readonly option: Option;
  /** The spelling that was meant. */
  readonly flag: string;
  readonly written: Argument;
  /** Undefined where the option does not stand as many values as it needs. */
  readonly values: readonly Argument[] | undefined;
  /** Whether the value came as `--flag=value`. */
  readonly isJoined: boolean;
}

/** What a command line consists of, in its order. */
export interface CommandLine {
  readonly uses: readonly Use[];
  /** The words that are the positional argument. */
  readonly positional?: Argument;
  /** Words that look like options and are none. */
  readonly unknown: readonly Argument[];
  /** Shortened options that could be several. */
  readonly ambiguous: readonly { readonly written: Argument; readonly flags: readonly string[] }[];
  /** Words that belong to no option. */
  readonly extra: readonly Argument[];
  /** A request for help, after which nothing is looked at. */
  readonly help?: Argument;
}

/** What a word may be: options with what stands after `=`. */
interface Candidate {
  readonly option: Option;
  readonly flag: string;
  readonly explicit?: string;
}

/** Splits a command line. */
export function parseCommandLine(args: readonly Argument[], { byFlag }: ArgumentTable): CommandLine {
  const uses: Use[] = [];
  const unknown: Argument[] = [];
  const extra: Argument[] = [];
  let positional: Argument | undefined;
  let canTakePositional = true;
  let help: Argument | undefined;

  const separator = args.findIndex(({ text }) => text === '--');
  const candidates = args.map(({ text }, index) =>
    separator === -1 || index < separator ? readOption(text, byFlag) : undefined,
  );
  // A name that could be several is refused before anything is done, a request for help included.
  const ambiguous = args.flatMap((written, index) => {
    const flags = (candidates[index] ?? []).map(({ flag }) => flag);
    return flags.length > 1 ? [{ written, flags }] : [];
  });
  const isValue = (index: number) => index < args.length && index !== separator && candidates[index] === undefined;

  /** Takes what stands between options: the positional argument, once, and its `--`. */
  const takeWords = (start: number, end: number) => {
    const words = args.slice(start, end);
    if (!canTakePositional) return void append(extra, words);
    canTakePositional = false;
    // `(-*A?-*)`: the separator may stand before or after the one word, and goes with it.
    let taken = 0;
    if (words[taken]?.text === '--' && start + taken === separator) taken++;
    if (taken < words.length && start + taken !== separator) positional = words[taken++];
    if (taken < words.length && start + taken === separator) taken++;
    append(extra, words.slice(taken));
  };

  let index = 0;
  while (index < args.length && help === undefined) {
    const found = candidates[index];
    if (found === undefined) {
      const next = candidates.findIndex((other, position) => position > index && other !== undefined);
      const end = next === -1 ? args.length : next;
      takeWords(index, end);
      index = end;
      continue;
    }
    const written = args[index++];
    if (found.length !== 1) {
      if (found.length === 0) unknown.push(written);
      continue;
    }
    const [{ option, flag, explicit }] = found;
    if (option === HELP && explicit === undefined) {
      help = written;
    } else if (explicit !== undefined) {
      const value = { text: explicit, at: written.at };
      const values = option.type === undefined ? undefined : [value].filter(({ text }) => text !== '--');
      uses.push({ option, flag, written, values, isJoined: true });
    } else {
      const most = option.type === undefined ? 0 : option.nargs === '+' ? Infinity : 1;
      const values: Argument[] = [];
      while (values.length < most && isValue(index)) values.push(args[index++]);
      const isEnough = values.length > 0 || option.type === undefined || option.nargs === '?';
      uses.push({ option, flag, written, values: isEnough ? values : undefined, isJoined: false });
    }
  }
  return { uses, positional, unknown, ambiguous, extra, help };
}

/** What a word may be; nothing for an option that does not exist, and undefined for a word that is no option. */
function readOption(text: string, byFlag: ReadonlyMap<string, Option>): readonly Candidate[] | undefined {
  if (!text.startsWith('-') || text === '-') return undefined;
  const candidates = candidatesFor(text, byFlag);
  const isWord = /^-\d+$|^-\d*\.\d+$/.test(text) || text.includes(' ');
  return candidates.length === 0 && isWord ? undefined : candidates;
}

function candidatesFor(text: string, byFlag: ReadonlyMap<string, Option>): readonly Candidate[] {
  const exact = byFlag.get(text);
  if (exact !== undefined) return [{ option: exact, flag: text }];
  const [name, ...after] = text.split('=');
  const explicit = after.length > 0 ? after.join('=') : undefined;
  const named = explicit === undefined ? undefined : byFlag.get(name);
  if (named !== undefined) return [{ option: named, flag: name, explicit }];
  const found: Candidate[] = [];
  for (const [flag, option] of byFlag) {
    if (text.startsWith('--')) {
      if (flag.startsWith(name)) found.push({ option, flag, explicit });
    } else if (flag === text.slice(0, 2)) {
      found.push({ option, flag, explicit: text.slice(2) });
    } else if (flag.startsWith(text)) {
      found.push({ option, flag });
    }
  }
  return found;
}

/** Whether it is not known what a word is: an option, several of them, or a value. */
export function isOpen({ text }: Argument): boolean {
  return text.startsWith(UNKNOWN) || (/^-[^=]*$/.test(text) && text.includes(UNKNOWN));
}
