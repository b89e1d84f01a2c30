import { parse } from 'yaml';
import { EndpointPickerConfig, Release, type ScorerWeights } from '../../lib';

function parsed(config: EndpointPickerConfig, release: Release = Release.GAIE_V1_5_0): any {
  return parse(config._toYaml(release));
}

/** The weights of the one profile, by scorer. */
function weightsOf({ schedulingProfiles }: any): object {
  expect(schedulingProfiles).toHaveLength(1);
  return Object.fromEntries(schedulingProfiles[0].plugins.map(({ pluginRef, weight }: any) => [pluginRef, weight]));
}

test.each<[ScorerWeights | undefined, object]>([
  [undefined, { 'queue-scorer': 2, 'kv-cache-utilization-scorer': 2, 'prefix-cache-scorer': 3 }],
  [{ prefixCache: 10 }, { 'queue-scorer': 2, 'kv-cache-utilization-scorer': 2, 'prefix-cache-scorer': 10 }],
  [
    { queue: 0, kvCacheUtilization: 0.5 },
    { 'kv-cache-utilization-scorer': 0.5, 'prefix-cache-scorer': 3 },
  ],
])('the weights %j make one profile, of plugins that are declared', (weights, expected) => {
  const config = parsed(EndpointPickerConfig.weighted(weights));
  expect(weightsOf(config)).toEqual(expected);
  expect(config.plugins).toEqual(Object.keys(expected).map((type) => ({ type })));
});

test.each<ScorerWeights>([
  { queue: 0, kvCacheUtilization: 0, prefixCache: 0 },
  { queue: -1 },
  { queue: Number.NaN },
  { prefixCache: Infinity },
])('the weights %j are refused', (weights) => {
  expect(() => EndpointPickerConfig.weighted(weights)).toThrow(/^LLMD-EPP-WEIGHTS at EndpointPickerConfig.weighted: /);
});

test('weights are refused with the remedy', () => {
  expect(() => EndpointPickerConfig.weighted({ queue: -1 })).toThrowErrorMatchingInlineSnapshot(
    `"LLMD-EPP-WEIGHTS at EndpointPickerConfig.weighted: got the weights {"queue-scorer":-1,"kv-cache-utilization-scorer":2,"prefix-cache-scorer":3}, expected numbers of 0 or more, at least one of them above 0. Fix: leave the weights out for the default."`,
  );
});

test.each(Release.all().map((release) => [release.id, release] as const))('%s decides the version', (_, release) => {
  const header = { apiVersion: release.configApiVersion, kind: 'EndpointPickerConfig' };
  expect(parsed(EndpointPickerConfig.weighted(), release)).toMatchObject(header);
  const custom = EndpointPickerConfig.custom({ plugins: [{ type: 'random-picker' }] });
  expect(parsed(custom, release)).toEqual({ ...header, plugins: [{ type: 'random-picker' }] });
});
