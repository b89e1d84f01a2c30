import type { Path } from '../finding';
import { words } from './arguments';
import { HOLE } from './hole';
import type { Container } from './pods';
import { splitShell } from './shell';

/** A word of a command line, as the program gets it. */
export interface Word {
  /** With a `HOLE` for each variable whose value cannot be known here. */
  readonly text: string;
  readonly path: Path;
}

/**
 * The words that a container's program gets, variables replaced and a shell's one simple command split. Undefined for a
 * script, which nobody can read without running it.
 */
export function commandLine(container: Container): readonly Word[] | undefined {
  const environment = environmentOf(container);
  const line = words(container).map(({ word, path }): Word => ({ text: expand(word, environment), path }));
  const [shell, option, script, ...others] = line;
  if (!/^(?:.*\/)?(?:ba|da|a)?sh$/.test(shell?.text ?? '') || !/^-[a-z]*c$/.test(option?.text ?? '')) return line;
  if (script === undefined || others.length > 0) return undefined;
  return splitShell(script.text, environment)?.map((text) => ({ text, path: script.path }));
}

/** The value of an environment variable: undefined where it cannot be known here, null where there is none. */
export type Environment = (name: string) => string | undefined | null;

/** The environment that the manifest gives to a container. */
export function environmentOf({ container }: Container): Environment {
  const known = new Map<string, string>();
  const inherits = (container.envFrom ?? []).length > 0;
  const lookUp = (name: string): string | null => {
    // The kubelet adds the latter for every Service of the namespace.
    const mayExist = inherits || /_(?:SERVICE_HOST|SERVICE_PORT|PORT)(?:_|$)/.test(name);
    return known.get(name) ?? (mayExist ? HOLE : null);
  };
  for (const { name, value = '', valueFrom } of container.env ?? []) {
    known.set(name, valueFrom === undefined ? expand(value, lookUp) : HOLE);
  }
  return (name) => {
    const value = lookUp(name);
    return value?.includes(HOLE) ? undefined : value;
  };
}

/** `$(NAME)` as the kubelet replaces it: a name without a value stays as it is, and `$$` is a dollar. */
export function expand(text: string, environment: Environment): string {
  return text.replace(/\$\$|\$\(([^)]*)\)/g, (match, name?: string) => {
    if (name === undefined) return '$';
    const value = environment(name);
    return value === undefined ? HOLE : (value ?? match);
  });
}
