import type { Path } from './path';

/** A word of a command line, as the program gets it. */
export interface Word {
  /** With `UNKNOWN` for each part that is not known from the manifests. */
  readonly text: string;
  readonly path: Path;
}
