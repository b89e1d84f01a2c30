/** The engine's arguments with the user's: `--a=1 --b` and `--a 2` give `--b --a 2`. */
export function mergeArguments(own: readonly string[], extra: readonly string[]): string[] {
  return [...notReplaced(own, extra), ...extra];
}

/**
 * The engine's own arguments that the user does not replace. A flag of the user's replaces the engine's own of the same
 * name, with its values; `--no-b` replaces `--b` too. With `mainSpelling`, which says how an engine calls a flag first,
 * `-tp 2` replaces `--tensor-parallel-size=4`.
 */
export function notReplaced(
  own: readonly string[],
  extra: readonly string[],
  mainSpelling: (flag: string) => string | undefined = () => undefined,
): string[] {
  const nameOf = (word: string): string => {
    const [flag] = word.split('=', 1);
    return comparable(mainSpelling(flag) ?? flag);
  };
  const replaced = new Set(extra.filter(isFlag).map(nameOf));
  let isReplaced = false;
  return own.filter((word) => {
    if (isFlag(word)) isReplaced = replaced.has(nameOf(word));
    return !isReplaced;
  });
}

function isFlag(word: string): boolean {
  return /^--?[a-z]/i.test(word);
}

/** `max_model_len` of `--no-max-model-len`: dashes and underscores are the same to vLLM. */
function comparable(flag: string): string {
  return flag.replace(/^-+/, '').replaceAll('-', '_').replace(/^no_/, '');
}
