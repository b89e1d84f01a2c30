import type { Path } from '../path';

/** A word of a command line, as the program gets it, and where it stands in the object. */
export interface Word {
  /** With `UNKNOWN` for each part that is not known. */
  readonly text: string;
  readonly path: Path;
}
