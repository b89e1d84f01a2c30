import type { GoType } from '../../../text/command-line/go-values';
import type { FlagSpec } from '../../../text/command-line/pflag';

/** A flag of the endpoint picker. */
export interface PickerFlag extends FlagSpec {
  /** The value where the flag is not given. */
  readonly default: string;
  /** What to write in place of the flag, in a release that lacks it or refuses it. */
  readonly instead?: string;
  /** Whether the release ends where the flag is given. */
  readonly isFatal?: boolean;
  /** Whether the release warns that the flag will be removed. */
  readonly isDeprecated?: boolean;
}

/** The flags of a release, by their names without dashes. */
export type PickerFlags = ReadonlyMap<string, PickerFlag>;

export interface FlagTable {
  readonly [name: string]: PickerFlag;
}

/** A flag with a value of this type, and its default. */
export function flag(type: GoType, byDefault: string, more: Partial<PickerFlag> = {}): PickerFlag {
  return { type, default: byDefault, ...more };
}
