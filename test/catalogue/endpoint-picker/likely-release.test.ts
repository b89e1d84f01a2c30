import { Release } from '../../../lib';
import { likelyRelease } from '../../../lib/catalogue/endpoint-picker/likely-release';

test.each<[string, (release: Release) => boolean, Release | undefined]>([
  ['the default where it fits', () => true, Release.DEFAULT],
  ['else the newest that fits', ({ id }) => id.startsWith('gaie'), Release.GAIE_V1_5_0],
  ['none where none fits', () => false, undefined],
])('%s', (_, fits, expected) => expect(likelyRelease(fits)).toBe(expected));

test('the default, not the newest: an older one may be the default', () => {
  const older = Release.all().at(-1)!;
  jest.replaceProperty(Release, 'DEFAULT', older);
  expect(likelyRelease(() => true)).toBe(older);
});
