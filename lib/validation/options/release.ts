import { refuse, show } from '../../errors';
import { Release } from '../../catalogue/endpoint-picker/release';

/** What the API calls the releases: `GAIE_V1_5_0`. */
const NAMES: ReadonlyMap<string, Release> = new Map(
  Object.entries(Release).filter(
    (entry): entry is [string, Release] => entry[1] instanceof Release && entry[0] !== 'DEFAULT',
  ),
);

/** The release with this id, or with this name in the API: `gaie-v1.5.0`, `GAIE_V1_5_0`, `Release.GAIE_V1_5_0`. */
export function releaseNamed(text: string, where: string): Release {
  const name = text.trim().toUpperCase();
  return (
    Release.all().find(({ id }) => id.toUpperCase() === name) ??
    NAMES.get(name.replace(/^RELEASE\./, '')) ??
    refuse(where, {
      code: 'LLMD-RELEASE',
      got: show(text),
      expected: `one of ${Release.all()
        .map(({ id }) => id)
        .join(', ')}`,
      remedy: 'use one of these releases',
    })
  );
}
