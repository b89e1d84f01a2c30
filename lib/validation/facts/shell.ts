import type { Environment } from '../environment';
import { UNKNOWN } from '../../text/unknown-value';

// In this order: space, a backslash, '…', "…", $NAME or ${NAME}, and text without a meaning of its own.
const PART = /(\s+)|\\([^])|'([^']*)'|"((?:\\[^]|[^"\\`])*)"|\$(?:(\w+)|\{(\w+)\})|([^\s\\'"$`;&|<>()*?{}[\]~#]+)/y;

/**
 * The words of one simple shell command, such as `exec vllm serve "$MODEL" --port 8000`. Undefined for what only a
 * shell understands: several commands, redirections, substitutions, patterns. A variable without quotes is taken for
 * one word.
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

/** What a shell makes of the inside of double quotes. Undefined for `$(…)` and `${…}` with more than a name. */
function quoted(text: string, environment: Environment): string | undefined {
  if (/\$(?!\w|\{\w+\})/.test(text.replace(/\\[^]/g, ''))) return undefined;
  return text.replace(/\\([$`"\\])|\$(?:(\w+)|\{(\w+)\})/g, (_, escaped, name, braced) =>
    escaped === undefined ? variable(name ?? braced, environment) : escaped,
  );
}

/** The image may set what the manifest does not. */
function variable(name: string, environment: Environment): string {
  return environment(name) ?? UNKNOWN;
}
