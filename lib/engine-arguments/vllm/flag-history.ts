import { isVllmSince } from '../../catalogue/engines/vllm-version';
import { oldestMinor, tableFile } from './table-file';

/** Consecutive versions of vLLM that have an option, by their minor versions. */
export interface FlagPeriod {
  /** The first version that has it; undefined where the oldest known version has it. */
  readonly since?: string;
  /** The first version that no longer has it; undefined where the newest known version has it. */
  readonly removedIn?: string;
}

let periods: ReadonlyMap<string, readonly FlagPeriod[]> | undefined;

/**
 * Which versions have an option, by one of its spellings, such as `--shutdown-timeout`: one period for most; more for an
 * option that came back, and none for one that no known version has. Oldest first.
 */
export function flagHistory(flag: string): readonly FlagPeriod[] {
  periods ??= readPeriods();
  return periods.get(flag) ?? [];
}

function readPeriods(): ReadonlyMap<string, readonly FlagPeriod[]> {
  const oldest = oldestMinor();
  const found = new Map<string, FlagPeriod[]>();
  // An option whose type or choices changed has several entries, which follow each other.
  const entries = [...tableFile().options].sort(([one], [other]) =>
    one === other ? 0 : isVllmSince(one, other) ? 1 : -1,
  );
  for (const [start, end, { flags }] of entries) {
    const since = start === oldest ? undefined : start;
    const removedIn = end ?? undefined;
    for (const flag of flags as string[]) {
      const earlier = found.get(flag) ?? [];
      const last = earlier.at(-1);
      const continues = last !== undefined && last.removedIn === since;
      found.set(
        flag,
        continues ? [...earlier.slice(0, -1), { ...last, removedIn }] : [...earlier, { since, removedIn }],
      );
    }
  }
  return found;
}
