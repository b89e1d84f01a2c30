import type { Duration } from 'cdk8s';
import { refuse } from '../errors';
import { oneOf, show } from '../text/wording';
import { type Check, type Checks, checkedOptions, isPlain, refuseType } from './check';

/* Checks of single values, for the tables that `checkedOptions` reads. */

/** Any value: the check stands elsewhere, or the value is passed on as it is. */
export const anything: Check = () => undefined;

/** A boolean. */
export const boolean: Check = (where, path, value) => {
  if (typeof value !== 'boolean') refuseType(where, path, value, 'true or false');
};

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/** Any text, where what it may be is checked elsewhere. */
export const anyText: Check = (where, path, value) => {
  if (typeof value !== 'string') refuseType(where, path, value, 'a text');
};

/** Any number, where what it may be is checked elsewhere. */
export const anyNumber: Check = (where, path, value) => {
  if (typeof value !== 'number') refuseType(where, path, value, 'a number');
};

/** An object as in YAML, which the checks at synth look into. */
export const yaml: Check = (where, path, value) => {
  if (!isPlain(value)) refuseType(where, path, value, 'an object as in YAML');
};

/** A check of an option that has no default. */
export function required(check: Check): Check {
  return Object.assign((...args: Parameters<Check>) => check(...args), { isRequired: true });
}

/**
 * A text that is not empty, and has no control character and no `$(`: in the command, the arguments and the environment of
 * a container Kubernetes puts the value of a variable there, which could be a secret.
 */
export const text: Check = (where, path, value) => {
  if (typeof value !== 'string') refuseType(where, path, value, 'a text');
  if (value.trim() === '' || CONTROL.test(value)) {
    refuse(where, {
      code: 'LLMD-OPTION-TEXT',
      got: `${path} ${show(value)}`,
      expected: 'a text that is not empty, without line breaks and other control characters',
      remedy: `pass such a text for ${path}, or leave it out`,
    });
  }
  if (value.includes('$(')) {
    refuse(where, {
      code: 'LLMD-OPTION-VARIABLE',
      got: `${path} ${show(value)}`,
      expected: 'a text without "$(", for which Kubernetes puts the value of an environment variable',
      remedy: 'write the value itself; extraArgs may refer to variables',
    });
  }
};

/** A text that a pattern matches; `expected` says in words what it asks for. */
export function textLike(pattern: RegExp, expected: string): Check {
  return textThat((value) => pattern.test(value), expected);
}

/** A text for which `accepts` is true; `expected` says in words what it asks for. */
export function textThat(accepts: (value: string) => boolean, expected: string): Check {
  return (where, path, value) => {
    text(where, path, value);
    if (!accepts(value as string)) {
      refuse(where, {
        code: 'LLMD-OPTION-TEXT',
        got: `${path} ${show(value)}`,
        expected,
        remedy: `pass such a text for ${path}`,
      });
    }
  };
}

/** A whole number from `min` to `max`. */
export function whole(min: number, max: number = 2 ** 31 - 1): Check {
  const expected = max === 2 ** 31 - 1 ? `a whole number, ${min} or more` : `a whole number from ${min} to ${max}`;
  return numberLike((value) => Number.isInteger(value) && value >= min && value <= max, expected);
}

/** A number above 0 and up to 1. */
export const fraction = numberLike((value) => value > 0 && value <= 1, 'a number above 0 and up to 1');

/** A number for which `accepts` is true; `expected` says in words what it asks for. */
export function numberLike(accepts: (value: number) => boolean, expected: string): Check {
  return (where, path, value) => {
    if (typeof value !== 'number') refuseType(where, path, value, expected);
    if (!accepts(value)) {
      refuse(where, {
        code: 'LLMD-OPTION-RANGE',
        got: `${path} ${show(value)}`,
        expected,
        remedy: `pass such a number for ${path}, or leave it out`,
      });
    }
  };
}

/** A value of an enum. */
export function member(values: { readonly [name: string]: string }): Check {
  const known = Object.values(values);
  return (where, path, value) => {
    if (!known.includes(value as string)) {
      refuse(where, {
        code: 'LLMD-OPTION-CHOICE',
        got: `${path} ${show(value)}`,
        expected: oneOf(known),
        remedy: 'pass one of these',
      });
    }
  };
}

/**
 * An object that has these members, for example `having('a Size', 'toMebibytes')`. Classes are told by their members,
 * since an object may come from another copy of its package.
 */
export function having(what: string, ...members: readonly string[]): Check {
  return (where, path, value) => {
    const isOne = typeof value === 'object' && value !== null && members.every((name) => name in value);
    if (!isOne) refuseType(where, path, value, what);
  };
}

/** A `Release`. */
export const release = having('a Release, for example Release.DEFAULT', 'id', 'modelApiVersion');
/** cdk8s' Size. */
export const size = having('a Size, for example Size.gibibytes(1)', 'toMebibytes', 'asString');
/** cdk8s' Duration. */
export const duration = having('a Duration, for example Duration.seconds(10)', 'toSeconds');
/** cdk8s' Duration, of whole seconds from `min` on. */
export function wholeSeconds(min: number): Check {
  const inSeconds = whole(min);
  return (where, path, value) => {
    duration(where, path, value);
    inSeconds(where, `${path} in seconds`, (value as Duration).toSeconds({ integral: false }));
  };
}
/** A Secret, ConfigMap, claim or ServiceAccount by reference. */
export const resource = (what: string): Check => having(what, 'name');

/** A list whose items pass a check. */
export function listOf(item: Check, what = 'a list'): Check {
  return (where, path, value) => {
    if (!Array.isArray(value)) refuseType(where, path, value, what);
    value.forEach((each, index) => item(where, `${path}[${index}]`, each));
  };
}

/** An object whose keys are free and whose values pass a check. */
export function mapOf(value: Check, key: Check = text): Check {
  return (where, path, map) => {
    if (!isPlain(map)) refuseType(where, path, map, 'an object with names and values');
    for (const [name, each] of Object.entries(map)) {
      key(where, `the name in ${path}`, name);
      value(where, `${path}.${name}`, each);
    }
  };
}

/** An object with these options. */
export function optionsOf<T extends object>(checks: Checks<T>): Check {
  return (where, path, value) => void checkedOptions(where, value as T, checks, path);
}
