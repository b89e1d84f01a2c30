import type { FlagSpec } from '../../../text/command-line/pflag';

/** A flag of the endpoint picker. */
export interface PickerFlag extends FlagSpec {
  /** Where it is not given. */
  readonly default: string;
  /** Ids of the releases that have it. */
  readonly releases: readonly string[];
  /** What to write in a release that does not have it, or takes it for a mistake. */
  readonly instead?: string;
  /** Whether the picker ends where it is given. */
  readonly isFatal?: boolean;
  /** Ids of the releases that warn about it. */
  readonly deprecatedIn?: readonly string[];
}

export const GAIE = ['gaie-v1.4.0', 'gaie-v1.5.0'];
export const ROUTER = ['llm-d-router-v0.10.0'];
export const ALL = [...GAIE, ...ROUTER];
