import type { ReleaseId } from '../release-id';
import { RELEASES_BY_AGE } from '../releases';
import type { PickerFlags } from './flag';

/** Every flag of every release. Its description is that of the newest release that has it. */
export const EVERY_FLAG: PickerFlags = new Map(RELEASES_BY_AGE.flatMap(({ flags }) => [...flags]));

/** The releases that have a flag, oldest first. */
export function releasesWithFlag(name: string): readonly ReleaseId[] {
  return RELEASES_BY_AGE.filter(({ flags }) => flags.has(name)).map(({ id }) => id);
}
