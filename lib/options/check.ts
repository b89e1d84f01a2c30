import type { IConstruct } from 'constructs';
import { refuse } from '../errors';
import { nearest } from '../text/nearest';
import { oneOf, show } from '../text/wording';

/** A construct, or the name of a call. */
export type Where = IConstruct | string;

/** Checks the value of an option and refuses a wrong one. `path` leads to the option, for example `kvEvents.port`. */
export interface Check {
  (where: Where, path: string, value: unknown): void;
  /** Whether the option must be given. */
  readonly isRequired?: boolean;
}

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
  for (const option in checks) {
    if (checks[option].isRequired && (options as Record<string, unknown>)[option] === undefined) {
      refuseMissing(where, path === '' ? option : `${path}.${option}`);
    }
  }
  return options;
}

/** The options that a table has, to pass them on. */
export function pickOptions<T extends object>(options: T, checks: Checks<T>): T {
  return Object.fromEntries(Object.entries(options).filter(([option]) => Object.hasOwn(checks, option))) as T;
}

function refuseMissing(where: Where, path: string): never {
  refuse(where, {
    code: 'LLMD-OPTION-MISSING',
    got: `no ${path}`,
    expected: `a value for ${path}, which has no default`,
    remedy: `pass ${path}`,
  });
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

/** A value as a message shows it: what has no JSON of its own by its type. */
function describe(value: unknown): string {
  if (typeof value === 'function') return 'that is a function';
  if (typeof value === 'bigint' || typeof value === 'symbol') return `that is a ${typeof value}`;
  if (typeof value !== 'object' || value === null) return show(value);
  const { name } = (Object.getPrototypeOf(value) as { constructor?: { name?: string } } | null)?.constructor ?? {};
  // A construct cannot be shown: it leads to its parent, and that leads to it.
  return name === undefined || name === 'Object' || name === 'Array' ? show(value) : `that is a ${name}`;
}

/** Whether a value is an object whose fields are options: no list, and no Map, Date and so on, which have none. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  return Object.prototype.toString.call(value) === '[object Object]';
}
