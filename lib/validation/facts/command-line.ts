import { words } from './arguments';
import { environmentOf, expand } from './environment';
import type { Container } from './pods';
import type { Word } from '../../text/word';
import { splitShell } from './shell';

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
