import { UNKNOWN } from '../unknown-value';

/** The value of an environment variable: undefined where it is set and not known here, null where it is not set. */
export type Environment = (name: string) => string | undefined | null;

/**
 * Replaces `$(NAME)` in a text by the value of the variable, as the kubelet does in commands, arguments and variables. A
 * variable that is not set stays as it is, and `$$` becomes `$`.
 */
export function expandVariables(text: string, environment: Environment): string {
  return text.replace(/\$\$|\$\(([^)]*)\)/g, (match, name?: string) => {
    if (name === undefined) return '$';
    const value = environment(name);
    return value === undefined ? UNKNOWN : (value ?? match);
  });
}
