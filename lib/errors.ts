import type { IConstruct } from 'constructs';

/** What a reader needs in order to mend a mistake. */
export interface Problem {
  /** Stable and searchable, for example `LLMD-POOL-PORT`. */
  readonly code: string;
  /** What came. */
  readonly got: string;
  /** What would have been right. */
  readonly expected: string;
  /** What to do. */
  readonly remedy: string;
}

/** The one error of this library. All that it knows is in its message, which survives every language and logger. */
export class LlmdError extends Error {
  override readonly name = 'LlmdError';

  constructor(
    readonly path: string,
    readonly problem: Problem,
  ) {
    super(`${problem.code} at ${path}: got ${problem.got}, expected ${problem.expected}. Fix: ${problem.remedy}.`);
  }
}

/** Refuses an input. `where` is the construct, or the name of the call when there is no construct yet. */
export function refuse(where: IConstruct | string, problem: Problem): never {
  throw new LlmdError(typeof where === 'string' ? where : where.node.path || '(root)', problem);
}

/** A value as it should look in an error: strings quoted, lists and objects as JSON. */
export function show(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
