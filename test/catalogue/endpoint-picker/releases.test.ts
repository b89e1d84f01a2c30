import { RELEASE_IDS } from '../../../lib/catalogue/endpoint-picker/release-id';
import { RELEASES, RELEASES_BY_AGE } from '../../../lib/catalogue/endpoint-picker/releases';

test('each release has its own id as the key', () => {
  expect(Object.values(RELEASES).map(({ id }) => id)).toEqual(Object.keys(RELEASES));
  expect(RELEASES_BY_AGE.map(({ id }) => id)).toEqual([...RELEASE_IDS].reverse());
});

describe.each(RELEASES_BY_AGE.map((release) => [release.id, release] as const))('%s', (_, release) => {
  test('has a role for each plugin type', () => {
    expect(Object.entries(release.plugins).filter(([, { roles }]) => roles.length === 0)).toEqual([]);
  });

  test('reads a configuration of the group of its rewrites', () => {
    expect(release.config.apiVersions[0]).toBe(`${release.modelApi.group}/v1alpha1`);
    expect(release.watchedModelGroups).toContain(release.modelApi.group);
  });

  test('has the metrics that the exercises read', () => {
    const { promised, readyEndpoints, requests } = release.metrics;
    expect(promised).toEqual(expect.arrayContaining([readyEndpoints, requests]));
  });
});
