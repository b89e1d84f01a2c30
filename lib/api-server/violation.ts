import type { Path } from '../text/path';

/** Something in an object that an API server refuses, or that could not be checked. */
export interface ObjectViolation {
  /** The code of one of `STRUCTURE_RULES`. */
  readonly code: string;
  readonly path: Path;
  readonly message: string;
  readonly remedy: string;
}
