import { nearest } from '../../text/nearest';
import { oneOf as list, show } from '../../text/wording';
import type { Field } from './field';
import type { Format } from '../formats/names';

export { show };

/*
 * Small checks that are combined into tables. Unless its name says otherwise, a check accepts an empty field, because Go
 * does not distinguish it from a missing one.
 */

/** Checks a field and reports violations on it. */
export type Check = (field: Field) => void;

/** Checks for the fields of an object. */
export interface Checks {
  readonly [field: string]: Check;
}

export function all(...checks: readonly Check[]): Check {
  return (field) => checks.forEach((check) => check(field));
}

/** Checks the fields of an object, if the object is given. */
export function fields(checks: Checks): Check {
  const entries = Object.entries(checks);
  return (field) => {
    if (field.given) entries.forEach(([name, check]) => check(field.at(name)));
  };
}

/** Treats a missing object as an empty one, as Go does for structs. */
export function orEmpty(check: Check): Check {
  return (field) => check(field.orEmpty);
}

/** Checks the fields of an object; a missing object is checked like an empty one. */
export function struct(checks: Checks): Check {
  return orEmpty(fields(checks));
}

/** Checks every element of a list. */
export function each(check: Check): Check {
  return (field) => field.items.forEach(check);
}

export const required: Check = (field) => {
  if (!field.empty) return;
  const state = field.given ? (field.value === 0 ? '0' : 'empty') : 'missing';
  field.refuse(`${field.name} is ${state}`, `give a value to ${field.name}`);
};

/** Refuses a field that is given and empty. */
export const notEmpty: Check = (field) => {
  if (field.given && field.empty) {
    field.refuse(`${field.name} is empty`, `give a value to ${field.name}, or leave it out`);
  }
};

/** Refuses a field that is set. `why` continues `… may not be set`. */
export function forbidden(why: string): Check {
  return (field) => {
    if (!field.empty) field.refuse(`${field.name} may not be set ${why}`, `remove ${field.name}`);
  };
}

export function format({ matches, description, remedy = 'rename it' }: Format): Check {
  return (field) => {
    if (!field.empty && !matches(field.value)) {
      field.refuse(`${show(field.value)} is not a valid ${description}`, remedy);
    }
  };
}

/** Like `oneOf`, but also refuses an empty text. */
export function oneOfExactly(...values: readonly string[]): Check {
  return (field) => {
    if (!field.given || values.includes(field.value)) return;
    const near = nearest(String(field.value), values);
    field.refuse(
      `${show(field.value)} is not ${list(values)}`,
      near === undefined ? 'write one of these' : `write ${show(near)}`,
    );
  };
}

export function oneOf(...values: readonly string[]): Check {
  const check = oneOfExactly(...values);
  return (field) => {
    if (!field.empty) check(field);
  };
}

export function requiredOneOf(...values: readonly string[]): Check {
  return all(required, oneOf(...values));
}

/** A number from `min` to `max`. Zero is checked too. */
export function between(min: number, max: number): Check {
  return (field) => {
    if (field.given && (field.value < min || field.value > max)) {
      field.refuse(`${show(field.value)} is not between ${min} and ${max}`, `write a number from ${min} to ${max}`);
    }
  };
}

export function atLeast(min: number): Check {
  return (field) => {
    if (field.given && field.value < min) {
      field.refuse(`${show(field.value)} is less than ${min}`, `write ${min} or more`);
    }
  };
}

export const notNegative = atLeast(0);

/** Refuses an element with the same key as an element before it. Elements without a key are not compared. */
export function unique(what: string, keyOf: (item: Field) => string | undefined, place: string[] = []): Check {
  return (field) => {
    const seen = new Set<string>();
    for (const item of field.items) {
      const key = keyOf(item);
      if (key === undefined) continue;
      if (seen.has(key)) {
        item.at(...place).refuse(`there is a ${what} ${key} already`, `keep one of them, or rename this one`);
      }
      seen.add(key);
    }
  };
}

/** Refuses an element with the same value of a field as an element before it. Empty values are not compared. */
export function uniqueBy(name: string): Check {
  return unique(name, (item) => (item.at(name).empty ? undefined : String(item.at(name).value)), [name]);
}

/** Exactly one of some fields is given, each with its own check. `none`: whether none is also allowed. */
export function oneField(checks: Checks, { none = false, what }: { none?: boolean; what: string }): Check {
  const names = Object.keys(checks);
  return (field) => {
    if (!field.given) return;
    const present = names.filter((name) => field.at(name).given);
    if (present.length === 0 && !none) {
      field.refuse(`no ${what} is given, expected ${list(names)}`, `add one ${what}`);
    }
    present.slice(1).forEach((name) => {
      field.at(name).refuse(`${present[0]} and ${name} are two ${what}s, expected one`, 'keep one of them');
    });
    present.slice(0, 1).forEach((name) => checks[name](field.at(name)));
  };
}

/** For fields that need no check of their own. */
export const anything: Check = () => undefined;
