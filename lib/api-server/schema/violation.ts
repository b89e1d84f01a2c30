import type { Path } from '../../text/path';

/** What is wrong with a value. */
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

/** What a keyword of a schema says about a value. What it has nothing to say about is fine. */
export type Check = (value: unknown) => SchemaViolation | undefined;
