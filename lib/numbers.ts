import type { IConstruct } from 'constructs';
import { refuse } from './errors';
import { show } from './text/wording';

/** A range of whole numbers, and the error for a number outside of it. */
export interface Range {
  readonly code: string;
  /** The name of the value, for example `replicas`. */
  readonly what: string;
  readonly min: number;
  readonly max: number;
  readonly expected: string;
  readonly remedy: string;
}

/** Returns `value` if it is a whole number of the range. */
export function checkedNumber(where: IConstruct | string, value: number, range: Range): number {
  if (!Number.isInteger(value) || value < range.min || value > range.max) {
    const { code, expected, remedy } = range;
    refuse(where, { code, got: `${range.what} ${show(value)}`, expected, remedy });
  }
  return value;
}

/** Returns `replicas` if it is a valid number of pods. Undefined leaves the number to an autoscaler. */
export function checkedReplicas(where: IConstruct | string, replicas: number | undefined): number | undefined {
  return replicas === undefined
    ? undefined
    : checkedNumber(where, replicas, {
        code: 'LLMD-REPLICAS',
        what: 'replicas',
        min: 0,
        max: 2 ** 31 - 1,
        expected: 'a whole number of pods, 0 or more',
        remedy: 'pass such a number, or leave it out for an autoscaler',
      });
}
