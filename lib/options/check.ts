import type { IConstruct } from 'constructs';
import { refuse } from '../errors';
import { nearest } from '../text/nearest';
import { oneOf, show } from '../text/wording';

/** A construct, or the name of a call. */
export type Where = IConstruct | string;

/** Checks the value of an option and refuses a wrong one. `path` leads to the option, for example `kvEvents.port`. */
export type Check = (where: Where, path: string, value: unknown) => void;

/** A check for each option of `T`: an option that is left out does not compile. */
export type Checks<T> = { readonly [Option in keyof Required<T>]: Check };

/**
 * Refuses options that do not exist and values that an option cannot have, since JavaScript and tsx check no types.
 * Options that are undefined count as left out. Returns the options.
 */
export function checkedOptions<T extends object>(where: Where, options: T, checks: Checks<T>, path = ''): T {
  if (!isPlain(options)) refuseType(where, path || 'the options', options, 'an object with options');
  for (const [option, value] of Object.entries(options)) {
    const check = Object.hasOwn(checks, option) ? (checks as Record<string, Check>)[option] : undefined;
    const inside = path === '' ? option : `${path}.${option}`;
    if (check === undefined) refuseUnknown(where, inside, option, Object.keys(checks));
    else if (value !== undefined) check(where, inside, value);
  }
  return options;
}

/** Refuses a value of a wrong type. */
export function refuseType(where: Where, path: string, value: unknown, expected: string): never {
  refuse(where, {
    code: 'LLMD-OPTION-TYPE',
    got: `${path} ${describe(value)}`,
    expected,
    remedy: `pass such a value for ${path}`,
  });
}

function refuseUnknown(where: Where, path: string, option: string, known: readonly string[]): never {
  const near = nearest(option, known);
  refuse(where, {
    code: 'LLMD-OPTION-UNKNOWN',
    got: `the option ${path}`,
    expected: near === undefined ? oneOf([...known].sort()) : near,
    remedy: near === undefined ? 'remove it, or write one of these' : `write ${near}`,
  });
}

/** A value as a message shows it: objects that are no plain ones by their class. */
function describe(value: unknown): string {
  if (typeof value === 'function') return 'that is a function';
  if (typeof value === 'bigint' || typeof value === 'symbol') return `that is a ${typeof value}`;
  if (typeof value !== 'object' || value === null || isPlain(value) || Array.isArray(value)) return show(value);
  return `that is a ${value.constructor.name}`;
}

/** Whether a value is an object literal, or one of a class whose fields are read as options. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
