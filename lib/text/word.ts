import type { Path } from './path';

/** A word of a command line, as the program gets it. */
export interface Word {
  /** With the character `UNKNOWN` for each part whose value cannot be known from the manifest. */
  readonly text: string;
  readonly path: Path;
}
