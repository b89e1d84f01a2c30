import type { Path } from '../../text/path';
import type { Container } from './pods';

/** A flag on a container's command line. */
export interface Flag {
  /** Without the dashes, as written. */
  readonly name: string;
  /** What stands after `=`, or is the next argument; undefined for a flag without a value. */
  readonly value?: string;
  /** Whether the value came as `--flag=value`. */
  readonly joined: boolean;
  readonly path: Path;
}

/** The words of a command line and where each stands: what the image's entrypoint does not say itself. */
export function words({ container, path }: Container): readonly { readonly word: string; readonly path: Path }[] {
  return ['command', 'args'].flatMap((field) =>
    (container[field] ?? []).map((word: string, index: number) => ({ word, path: [...path, field, index] })),
  );
}

/** The flags of a Go program: `--name=value`, `--name value`, one dash or two, `--name` alone for a boolean. */
export function goFlags(container: Container, isBoolean: (name: string) => boolean): readonly Flag[] {
  const flags: Flag[] = [];
  const list = words(container);
  for (let index = 0; index < list.length; index++) {
    const { word, path } = list[index];
    if (word === '--') break;
    const match = /^--?([^-=][^=]*)(?:=([^]*))?$/.exec(word);
    if (match === null) continue;
    const [, name, value] = match;
    if (value !== undefined || isBoolean(name)) flags.push({ name, value, joined: value !== undefined, path });
    else flags.push({ name, value: list[++index]?.word, joined: false, path });
  }
  return flags;
}
