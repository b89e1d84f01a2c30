import type { Environment } from './environment';
import { UNKNOWN } from '../unknown-value';

// In this order: space, a character after a backslash, '…', "…", $NAME or ${NAME}, and text without special characters.
const PART = /(\s+)|\\([^])|'([^']*)'|"((?:\\[^]|[^"\\`])*)"|\$(?:(\w+)|\{(\w+)\})|([^\s\\'"$`;&|<>()*?{}[\]~#]+)/y;

/**
 * Splits one simple shell command into words, such as `exec vllm serve "$MODEL" --port 8000`. Undefined for a script
 * with anything else: several commands, redirections, substitutions, patterns. A variable without quotes counts as one
 * word.
 */
export function splitShell(script: string, environment: Environment): string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  const source = script.trim().replaceAll('\\\n', ' ');
  for (PART.lastIndex = 0; PART.lastIndex < source.length;) {
    const match = PART.exec(source);
    if (match === null) return undefined;
    const [, space, escaped, single, double, name, braced, plain] = match;
    if (space?.includes('\n')) return undefined;
    if (space !== undefined) {
      if (word !== undefined) words.push(word);
      word = undefined;
      continue;
    }
    const text = double !== undefined ? quoted(double, environment) : (escaped ?? single ?? plain);
    const part = text ?? ((name ?? braced) ? variable(name ?? braced, environment) : undefined);
    if (part === undefined) return undefined;
    word = (word ?? '') + part;
  }
  if (word !== undefined) words.push(word);
  return words[0] === 'exec' ? words.slice(1) : words;
}

/** The text within double quotes, variables replaced. Undefined for `$(…)` and `${…}` with more than a name. */
function quoted(text: string, environment: Environment): string | undefined {
  if (/\$(?!\w|\{\w+\})/.test(text.replace(/\\[^]/g, ''))) return undefined;
  return text.replace(/\\([$`"\\])|\$(?:(\w+)|\{(\w+)\})/g, (_, escaped, name, braced) =>
    escaped === undefined ? variable(name ?? braced, environment) : escaped,
  );
}

/** Unknown where the manifest does not set the variable: the image may. */
function variable(name: string, environment: Environment): string {
  return environment(name) ?? UNKNOWN;
}
