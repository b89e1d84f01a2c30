/**
 * The engine's arguments with the user's. A flag of the user's replaces the engine's own of the same name, with its
 * values: `--a=1 --b` and `--a 2` give `--b --a 2`. `--no-b` replaces `--b` too.
 */
export function mergeArguments(own: readonly string[], extra: readonly string[]): string[] {
  const replaced = new Set(extra.filter(isFlag).map(nameOf));
  let isReplaced = false;
  const kept = own.filter((word) => {
    if (isFlag(word)) isReplaced = replaced.has(nameOf(word));
    return !isReplaced;
  });
  return [...kept, ...extra];
}

function isFlag(word: string): boolean {
  return /^--?[a-z]/i.test(word);
}

/** `max_model_len` of `--max-model-len=1`, and of `--no-max-model-len`: dashes and underscores are the same to vLLM. */
function nameOf(flag: string): string {
  return flag
    .replace(/^-+/, '')
    .replace(/[=].*$/s, '')
    .replaceAll('-', '_')
    .replace(/^no_/, '');
}
