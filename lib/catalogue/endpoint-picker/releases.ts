import { refuse } from '../../errors';
import { show } from '../../text/wording';
import { gaieV140 } from './gaie-v1.4.0';
import { gaieV150 } from './gaie-v1.5.0';
import { llmdRouterV0100 } from './llm-d-router-v0.10.0';
import type { ReleaseData } from './release-data';
import { RELEASE_IDS, type ReleaseId } from './release-id';

/** Every release that this library knows. */
export const RELEASES: { readonly [id in ReleaseId]: ReleaseData } = {
  'llm-d-router-v0.10.0': llmdRouterV0100,
  'gaie-v1.5.0': gaieV150,
  'gaie-v1.4.0': gaieV140,
};

/** The same, oldest first, as messages list them. */
export const RELEASES_BY_AGE: readonly ReleaseData[] = RELEASE_IDS.map((id) => RELEASES[id]).reverse();

/** The release with this id, for example `gaie-v1.5.0`. Throws when there is none. */
export function releaseData(id: string): ReleaseData {
  return (
    RELEASES_BY_AGE.find((release) => release.id === id) ??
    refuse('Release.of', {
      code: 'LLMD-RELEASE',
      got: show(id),
      expected: `one of ${RELEASE_IDS.join(', ')}`,
      remedy: 'use one of these releases',
    })
  );
}
