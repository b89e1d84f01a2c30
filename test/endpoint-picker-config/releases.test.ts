import { Release } from '../../lib/catalogue/endpoint-picker/release';
import { CONFIG_RELEASES } from '../../lib/endpoint-picker-config/releases';

test('every release is there', () => {
  expect(CONFIG_RELEASES.map(({ id }) => id).sort()).toEqual(
    Release.all()
      .map(({ id }) => id)
      .sort(),
  );
});

test.each(CONFIG_RELEASES.map((release) => [release.id, release] as const))(
  '%s has a role for each type',
  (_, { plugins }) => {
    expect(Object.entries(plugins).filter(([, { is }]) => is.length === 0)).toEqual([]);
  },
);
