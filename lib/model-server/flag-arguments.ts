/** A value that a command line can hold. */
export type FlagValue = string | number | boolean | readonly (string | number)[] | undefined;

/**
 * The arguments of options whose names are those of a program's flags in camel case: `{ maxModelLen: 8, stop: ['a', 'b'] }`
 * gives `--max-model-len=8 --stop a b`. What is undefined, false or an empty list gives nothing; true gives the flag alone.
 */
export function flagArguments(options: { readonly [option: string]: FlagValue }): string[] {
  return Object.entries(options).flatMap(([option, value]) => {
    const flag = flagOf(option);
    if (value === undefined || value === false) return [];
    if (value === true) return [flag];
    if (Array.isArray(value)) return value.length === 0 ? [] : [flag, ...value.map(String)];
    return [`${flag}=${String(value)}`];
  });
}

/** `--max-model-len` of `maxModelLen`. */
export function flagOf(option: string): string {
  return `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
