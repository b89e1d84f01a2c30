import { instead } from '../../../lib/validation/references/nearby';
import type { Resource } from '../../../lib/api-server/resource';
import { ResourceSet } from '../../../lib/validation/resource-set';

describe('what there is instead', () => {
  const named = (name: string, namespace?: string): Resource => ({
    group: '',
    version: 'v1',
    kind: 'Service',
    namespace,
    name,
    object: {},
    origin: {},
  });
  const set = new ResourceSet([
    ...['d', 'b', 'a', 'c', 'e'].map((name) => named(name, 'x')),
    ...['1', '2', '3', '4'].map((namespace) => named('far', namespace)),
    named('alone'),
  ]);

  test.each([
    ['aa', 'x', '; namespace x has a, b and c'],
    ['bb', 'x', '; namespace x has b, c and d'],
    ['0', 'x', '; namespace x has a, b and c'],
    ['z', 'x', '; namespace x has c, d and e'],
    ['far', 'x', '; there is one in namespace 1, 2 and 3'],
    ['z', 'y', ''],
    ['z', undefined, '; there is alone'],
  ])('of %s in %s', (name, namespace, expected) =>
    expect(instead(set, { group: '', kind: 'Service', namespace, name })).toBe(expected),
  );
});
