import type { Path } from '../../text/path';

/** A violation of a schema by one value. */
export interface SchemaViolation {
  readonly code: string;
  /**
   * Where in the value.
   * @default - the value itself
   */
  readonly path?: Path;
  readonly message: string;
  readonly remedy: string;
}

/** Checks a value against a keyword of a schema; undefined if the keyword does not apply or holds. */
export type Check = (value: unknown) => SchemaViolation | undefined;
