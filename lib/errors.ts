import type { IConstruct } from 'constructs';

/** What is wrong, and how to fix it. */
export interface ErrorDetails {
  /** Stable and searchable, for example `LLMD-POOL-PORT`. */
  readonly code: string;
  /** The value that was given. */
  readonly got: string;
  /** What would have been right. */
  readonly expected: string;
  /** What to do. */
  readonly remedy: string;
}

const BRAND = Symbol.for('cdk8s-llm-d.LlmdError');

/** The error that this library throws. Its message holds all of its fields. */
export class LlmdError extends Error {
  /**
   * Whether a value is an `LlmdError`. Unlike `instanceof`, this also recognises the errors of another copy of this
   * package, as npm installs one when two packages need different versions.
   */
  static isLlmdError(value: any): value is LlmdError {
    return typeof value === 'object' && value !== null && BRAND in value;
  }

  override readonly name = 'LlmdError';

  constructor(
    /** Path of the construct, the file, or the name of the call. */
    readonly path: string,
    /** What is wrong, and how to fix it. */
    readonly details: ErrorDetails,
  ) {
    super(`${details.code} at ${path}: got ${details.got}, expected ${details.expected}. Fix: ${details.remedy}.`);
    Object.defineProperty(this, BRAND, { value: true });
  }
}

/** Refuses an input. `where` is the construct, or the name of the call when there is no construct yet. */
export function refuse(where: IConstruct | string, details: ErrorDetails): never {
  throw new LlmdError(typeof where === 'string' ? where : where.node.path || '(root)', details);
}
