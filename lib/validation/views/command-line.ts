import type { Path } from '../finding';
import { words } from './arguments';
import { environmentOf, expand } from './environment';
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
