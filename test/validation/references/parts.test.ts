import fc from 'fast-check';
import { instead } from '../../../lib/validation/references/nearby';
import { Place } from '../../../lib/validation/references/place';
import { references } from '../../../lib/validation/references/references';
import type { Resource } from '../../../lib/api-server/resource';
import { ResourceSet } from '../../../lib/validation/resource-set';
import { extractorOf } from '../../../lib/validation/references/extractors';

describe('a place', () => {
  const place = new Place({ list: ['x', { name: 'y', empty: '' }], map: { a: 1, b: 'c' } });

  test('knows where it is', () => {
    expect(place.path).toEqual([]);
    expect(place.at('list', 1, 'name')).toMatchObject({ value: 'y', path: ['list', 1, 'name'] });
    expect(place.each('list').map(({ path }) => path)).toEqual([
      ['list', 0],
      ['list', 1],
    ]);
    expect(
      place
        .at('map')
        .fields()
        .map(([name, { path }]) => [name, path]),
    ).toEqual([
      ['a', ['map', 'a']],
      ['b', ['map', 'b']],
    ]);
  });

  test('reads texts only', () => {
    expect(place.at('map').texts()).toEqual({ b: 'c' });
    expect([place.at('map').text('a'), place.at('map').text('b'), place.at('list', 1).text('empty')]).toEqual([
      undefined,
      'c',
      '',
    ]);
  });

  test.each([undefined, null, 1, 'text', ['a'], {}])('reads nothing in %j', (value) => {
    const nothing = new Place({ value }).at('value');
    expect([nothing.at('a', 'b').value, nothing.text('a'), nothing.each('a')]).toEqual([undefined, undefined, []]);
  });

  test.each([undefined, null, 1, 'text', ['a']])('finds no fields in %j', (value) => {
    const nothing = new Place({ value }).at('value');
    expect([nothing.fields(), nothing.texts()]).toEqual([[], undefined]);
  });
});

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

/** Kinds of third-party definitions, whose objects are not checked. */
const FOREIGN = [
  ['autoscaling.k8s.io', 'VerticalPodAutoscaler'],
  ['keda.sh', 'ScaledObject'],
  ['monitoring.coreos.com', 'PodMonitor'],
  ['monitoring.coreos.com', 'ServiceMonitor'],
  ['monitoring.googleapis.com', 'PodMonitoring'],
  ['networking.gke.io', 'HealthCheckPolicy'],
  ['networking.istio.io', 'DestinationRule'],
  ['aigateway.envoyproxy.io', 'AIGatewayRoute'],
  ['leaderworkerset.x-k8s.io', 'LeaderWorkerSet'],
];
const WORDS = [
  'spec',
  'selector',
  'matchLabels',
  'matchExpressions',
  'scaleTargetRef',
  'targetRefs',
  'endpoints',
  'host',
  'rules',
  'backendRefs',
  'parentRefs',
  'name',
  'namespaceSelector',
  'matchNames',
  'template',
  'containers',
  'metadata',
  'labels',
];
const junk = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom(null, 1, true, 'text', ''),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...WORDS), tie('value'), { maxKeys: 4 }),
  ),
})).value;

test.each(FOREIGN)('nothing in a %s %s makes it fail', (group, kind) =>
  fc.assert(
    fc.property(junk, (spec) => {
      const resource = { group, version: 'v1', kind, namespace: 'default', name: 'a', object: { spec }, origin: {} };
      expect(Array.isArray(extractorOf(resource)?.(new Place(resource.object), resource) ?? [])).toBe(true);
      expect(Array.isArray(references(new ResourceSet([resource])))).toBe(true);
    }),
  ),
);
