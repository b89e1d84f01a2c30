import { refuse } from '../../errors';
import { show } from '../../text/wording';
import { Release } from '../../catalogue/endpoint-picker/release';

/** The release with this id, or with this name in the API: `gaie-v1.5.0`, `GAIE_V1_5_0`, `Release.GAIE_V1_5_0`. */
export function releaseNamed(text: string, where: string): Release {
  const name = apiName(text.trim().replace(/^release\./i, ''));
  return (
    Release.all().find(({ id }) => apiName(id) === name) ??
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

/** What the API calls a release: `GAIE_V1_5_0` for `gaie-v1.5.0`. */
function apiName(id: string): string {
  return id.toUpperCase().replace(/[.-]/g, '_');
}
