import { expandVariables } from '../../text/command-line/environment';
import { splitShell } from '../../text/command-line/shell';
import type { Word } from '../../text/command-line/word';
import { environmentOf } from './environment';
import type { Container } from './pods';

/** The words of a container's command and arguments as they are written, and where each stands. */
export function words({ container, path }: Container): readonly Word[] {
  return ['command', 'args'].flatMap((field) =>
    (container[field] ?? []).map((text: string, index: number): Word => ({ text, path: [...path, field, index] })),
  );
}

/**
 * The words that a container's program gets: variables are replaced, and the command that a shell runs is split.
 * Undefined for a script of more than one simple command, which cannot be read without running it.
 */
export function commandLine(container: Container): readonly Word[] | undefined {
  const environment = environmentOf(container);
  const line = words(container).map(({ text, path }): Word => ({ text: expandVariables(text, environment), path }));
  const [shell, option, script, ...others] = line;
  if (!/^(?:.*\/)?(?:ba|da|a)?sh$/.test(shell?.text ?? '') || !/^-[a-z]*c$/.test(option?.text ?? '')) return line;
  if (script === undefined || others.length > 0) return undefined;
  return splitShell(script.text, environment)?.map((text) => ({ text, path: script.path }));
}
