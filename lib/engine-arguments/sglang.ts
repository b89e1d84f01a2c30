import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SglangVersion } from '../catalogue/engines/sglang';
import { refuse } from '../errors';
import type { Where } from '../options/check';
import { packageFolder } from '../package-folder';
import { nearest } from '../text/nearest';
import { oneOf, show } from '../text/wording';

/* Reads a command line as SGLang does: Python's argparse, which also takes the beginning of a flag if it is clear. */

/** An option of SGLang's server. A switch has no `type`, no `choices` and takes no value. */
interface Option {
  /** All spellings; the main one first. */
  readonly flags: readonly string[];
  readonly isSwitch: boolean;
  /** `humanInt` is 32k or 4Ki too. */
  readonly type?: 'int' | 'float' | 'humanInt' | 'json';
  readonly nargs?: string;
  readonly choices?: readonly (string | number)[];
}

/** The options of one version by all of their spellings. */
type SglangTable = ReadonlyMap<string, Option>;

const tables = new Map<SglangVersion, SglangTable>();

/** The options of a version. They are read on first use. */
function sglangTable(version: SglangVersion): SglangTable {
  const known = tables.get(version);
  if (known !== undefined) return known;
  const { switches, options } = JSON.parse(
    readFileSync(join(packageFolder(), 'imports', 'sglang', `${version}.json`), 'utf8'),
  ) as { readonly switches: readonly string[][]; readonly options: readonly Omit<Option, 'isSwitch'>[] };
  const all: Option[] = [
    ...switches.map((flags) => ({ flags, isSwitch: true })),
    ...options.map((option) => ({ ...option, isSwitch: false })),
  ];
  const table = new Map(all.flatMap((option) => option.flags.map((flag) => [flag, option] as const)));
  tables.set(version, table);
  return table;
}

/** Refuses arguments with which SGLang's parser ends. */
export function checkSglangArguments(where: Where, args: readonly string[], version: SglangVersion): void {
  const table = sglangTable(version);
  for (let index = 0; index < args.length;) {
    const word = args[index++];
    const [flag] = word.split('=', 1);
    const option = optionOf(table, flag);
    if (option === undefined) refuseUnknown(where, word, flag, table, version);
    const values = word.includes('=') ? [word.slice(flag.length + 1)] : [];
    const isJoined = values.length > 0;
    const most = isJoined || option.isSwitch ? 0 : /[+*]/.test(option.nargs ?? '') ? Infinity : 1;
    for (let left = most; left > 0 && index < args.length && !isFlag(args[index]); left--) values.push(args[index++]);
    checkValues(where, option, flag, values, isJoined);
  }
}

/** How SGLang spells a flag first: `--tp-size` of `--tp`; undefined for one that the version does not have. */
export function mainSpelling(flag: string, version: SglangVersion): string | undefined {
  return optionOf(sglangTable(version), flag)?.flags[0];
}

function optionOf(table: SglangTable, flag: string): Option | undefined {
  const exact = table.get(flag);
  if (exact !== undefined || !flag.startsWith('--')) return exact;
  const begun = [...table].filter(([spelling]) => spelling.startsWith(flag)).map(([, option]) => option);
  return begun.length === 1 ? begun[0] : undefined;
}

/** A negative number is a value, and so is a text with a space before any equals sign. */
function isFlag(word: string): boolean {
  return word.startsWith('-') && word !== '-' && !/^-\d+$|^-\d*\.\d+$/.test(word) && !/^[^=]* /.test(word);
}

function refuseUnknown(where: Where, word: string, flag: string, table: SglangTable, version: string): never {
  const similar = flag.startsWith('-') ? nearest(flag.replaceAll('_', '-'), table.keys()) : undefined;
  refuse(where, {
    code: 'LLMD-ENGINE-ARGUMENT',
    got: word.startsWith('-') ? `the flag ${flag}` : `the word ${show(word)}`,
    expected: `a flag of SGLang ${version}`,
    remedy: similar === undefined ? 'take it away, or pass a version that has it' : `write ${similar}`,
  });
}

function checkValues(where: Where, option: Option, flag: string, values: readonly string[], isJoined: boolean): void {
  if (option.isSwitch && isJoined) refuseValue(where, flag, values[0], 'no value: it is a switch');
  if (!option.isSwitch && values.length === 0 && !/[?*]/.test(option.nargs ?? '')) {
    refuseValue(where, flag, '', 'a value');
  }
  for (const value of values) {
    const expected = expectedOf(option, value);
    if (expected !== undefined) refuseValue(where, flag, value, expected);
  }
}

const INT = /^\s*[+-]?\d+(?:_\d+)*\s*$/;
const HUMAN_INT = /^\s*\d+(?:(?:\.\d+)?[kMGT]|[KMGT]i)\s*$/;
const FLOAT =
  /^\s*[+-]?(?:(?:\d+(?:_\d+)*(?:\.(?:\d+(?:_\d+)*)?)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+)?|inf(?:inity)?|nan)\s*$/i;

const READERS = {
  int: { reads: (text: string) => INT.test(text), expected: 'a whole number' },
  float: { reads: (text: string) => FLOAT.test(text), expected: 'a number' },
  humanInt: {
    reads: (text: string) => INT.test(text) || HUMAN_INT.test(text),
    expected: 'a whole number, or one such as 32k',
  },
  json: { reads: isJson, expected: 'JSON' },
};

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function expectedOf({ type, choices }: Option, value: string): string | undefined {
  const reader = type && READERS[type];
  if (reader !== undefined && !reader.reads(value)) return reader.expected;
  if (choices === undefined || choices.some((choice) => String(choice) === value)) return undefined;
  return nearest(value, choices.map(String)) ?? oneOf(choices.map(String));
}

function refuseValue(where: Where, flag: string, value: string, expected: string): never {
  refuse(where, {
    code: 'LLMD-ENGINE-ARGUMENT-VALUE',
    got: `${flag} ${show(value)}`,
    expected,
    remedy: `correct the value of ${flag}`,
  });
}
