import type { Path } from '../../finding';

/** What is wrong with a value. */
export interface Complaint {
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
export type Check = (value: unknown) => Complaint | undefined;
