import { nearest } from '../../text/nearest';
import { oneOf as list, show } from '../violation';
import type { Field } from './field';
import type { Format } from '../formats/names';

export { show };

/*
 * Small checks that are put together to tables, the way Kubernetes' own validation is a tree of functions. Unless its
 * name says otherwise, a check lets an empty field pass: Go cannot tell it from one that is not there.
 */

/** Looks at a field and says what is wrong with it. */
export type Check = (field: Field) => void;

/** Checks for the fields of an object. */
export interface Checks {
  readonly [field: string]: Check;
}

export function all(...checks: readonly Check[]): Check {
  return (field) => checks.forEach((check) => check(field));
}

/** Checks fields of an object, where there is one. */
export function fields(checks: Checks): Check {
  const entries = Object.entries(checks);
  return (field) => {
    if (field.given) entries.forEach(([name, check]) => check(field.at(name)));
  };
}

/** For objects that Go always has, be they empty. */
export function orEmpty(check: Check): Check {
  return (field) => check(field.orEmpty);
}

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

/** For a field that may be missing, but not be empty. */
export const notEmpty: Check = (field) => {
  if (field.given && field.empty) {
    field.refuse(`${field.name} is empty`, `give a value to ${field.name}, or leave it out`);
  }
};

/** For what must not be there, and why. */
export function forbidden(why: string): Check {
  return (field) => {
    if (!field.empty) field.refuse(`${field.name} may not be set ${why}`, `take ${field.name} away`);
  };
}

export function format({ matches, description, remedy = 'rename it' }: Format): Check {
  return (field) => {
    if (!field.empty && !matches(field.value)) {
      field.refuse(`${show(field.value)} is no ${description}`, remedy);
    }
  };
}

/** Also refuses an empty text, where Go can tell it from a missing one. */
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

/** A whole number from `min` to `max`. Zero is a number here. */
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

/** Refuses the second of two elements that are the same to `keyOf`. Elements without a key are all different. */
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

/** Refuses a second element with the same value of a field. Empty ones are all different. */
export function uniqueBy(name: string): Check {
  return unique(name, (item) => (item.at(name).empty ? undefined : String(item.at(name).value)), [name]);
}

/** Exactly one of some fields is there, each with its own check; `none` tells where none may do. */
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
