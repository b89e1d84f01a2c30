import { UNKNOWN } from '../unknown-value';

/** The value of an environment variable: undefined where it is set and not known here, null where it is not set. */
export type Environment = (name: string) => string | undefined | null;

/**
 * Replaces `$(NAME)` in a text by the value of the variable, as the kubelet does in commands, arguments and variables. A
 * variable that is not set stays as it is, and `$$` becomes `$`.
 */
export function expandVariables(text: string, environment: Environment): string {
  const last = text.lastIndexOf(')');
  let expanded = '';
  let done = 0;
  for (let at = text.indexOf('$'); at !== -1; at = text.indexOf('$', done)) {
    expanded += text.slice(done, at);
    const isReference = text[at + 1] === '(' && at < last;
    done = isReference ? text.indexOf(')', at) + 1 : at + (text[at + 1] === '$' ? 2 : 1);
    const value = isReference ? environment(text.slice(at + 2, done - 1)) : '$';
    expanded += value === undefined ? UNKNOWN : (value ?? text.slice(at, done));
  }
  return expanded + text.slice(done);
}
