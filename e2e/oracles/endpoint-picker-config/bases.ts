import { needsParameters } from '../../../lib/catalogue/endpoint-picker/plugins/plugin-type';
import { parse } from 'yaml';
import { EXPERIMENTAL_GROUP } from '../../../lib/catalogue/api-groups';
import { EndpointPickerConfig } from '../../../lib/endpoint-picker/config';
import { Release } from '../../../lib/catalogue/endpoint-picker/release';
import type { ReleaseData } from '../../../lib/catalogue/endpoint-picker/release-data';
import type { ReleaseId } from '../../../lib/catalogue/endpoint-picker/release-id';
import type { Dice } from './dice';
import { PARAMETERS } from './parameters';

export type Config = { [field: string]: any };

const HEADER = { apiVersion: `${EXPERIMENTAL_GROUP}/v1alpha1`, kind: 'EndpointPickerConfig' };

/** `{type}` for each type; a pair also gives it a name. */
const plugins = (...types: (string | [name: string, type: string])[]) =>
  types.map((type) => (typeof type === 'string' ? { type } : { name: type[0], type: type[1] }));

const profile = (name: string, ...refs: (string | [ref: string, weight: number])[]) => ({
  name,
  plugins: refs.map((ref) => (typeof ref === 'string' ? { pluginRef: ref } : { pluginRef: ref[0], weight: ref[1] })),
});

/** Configurations of upstream: the chart's default, and the shapes of its guides and tests. */
const UPSTREAM: Config[] = [
  {
    plugins: plugins('queue-scorer', 'kv-cache-utilization-scorer', 'prefix-cache-scorer'),
    schedulingProfiles: [
      profile('default', ['queue-scorer', 2], ['kv-cache-utilization-scorer', 2], ['prefix-cache-scorer', 3]),
    ],
  },
  {
    plugins: plugins(['queue', 'queue-scorer'], ['picker', 'max-score-picker'], ['handler', 'single-profile-handler']),
    schedulingProfiles: [profile('default', ['queue', 50], 'picker')],
  },
  { plugins: plugins('lora-affinity-scorer', 'running-requests-size-scorer', 'random-picker') },
  {
    plugins: plugins(
      ['maxScore', 'max-score-picker'],
      ['mine', 'edf-ordering-policy'],
      ['fair', 'round-robin-fairness-policy'],
    ),
    schedulingProfiles: [profile('default', 'maxScore')],
    featureGates: ['flowControl'],
    flowControl: {
      defaultRequestTTL: '1m',
      defaultPriorityBand: { orderingPolicyRef: 'mine' },
      priorityBands: [
        { priority: 100, orderingPolicyRef: 'mine', fairnessPolicyRef: 'fair' },
        { priority: 0 },
        { priority: -1 },
      ],
    },
  },
];

const EXTRACTORS: { readonly [release in ReleaseId]?: string } = {
  'gaie-v1.4.0': 'model-server-protocol-metrics',
  'gaie-v1.5.0': 'core-metrics-extractor',
};

const withSources = (release: ReleaseId, section: string): Config => ({
  featureGates: ['dataLayer'],
  plugins: plugins('queue-scorer', ['scrape', 'metrics-data-source'], ['read', EXTRACTORS[release]!]),
  schedulingProfiles: [profile('default', 'queue-scorer')],
  [section]: { sources: [{ pluginRef: 'scrape', extractors: [{ pluginRef: 'read' }] }] },
});

const ONLY: { readonly [release in ReleaseId]?: Config[] } = {
  'gaie-v1.4.0': [
    withSources('gaie-v1.4.0', 'data'),
    {
      plugins: [
        ...plugins('prefix-cache-scorer'),
        { type: 'predicted-latency-scorer', parameters: { samplingMean: 1000 } },
      ],
      schedulingProfiles: [profile('default', 'predicted-latency-scorer')],
      featureGates: ['prepareDataPlugins'],
    },
    {
      plugins: plugins('queue-scorer'),
      saturationDetector: { queueDepthThreshold: 5, kvCacheUtilThreshold: 0.8, metricsStalenessThreshold: '200ms' },
      featureGates: ['flowControl'],
      flowControl: { maxBytes: 1024, priorityBands: [{ priority: 1, maxBytes: 100 }] },
    },
  ],
  'gaie-v1.5.0': [
    withSources('gaie-v1.5.0', 'dataLayer'),
    {
      plugins: [
        ...plugins('queue-scorer', 'kv-cache-utilization-scorer', 'prefix-cache-scorer', 'predicted-latency-producer'),
        { name: 'strict', type: 'prefix-cache-affinity-filter', parameters: { affinityThreshold: 0.99 } },
        { name: 'loose', type: 'prefix-cache-affinity-filter', parameters: { affinityThreshold: 0.8 } },
        ...plugins('latency-scorer', 'weighted-random-picker', 'slo-headroom-tier-filter', 'latency-slo-admitter'),
      ],
      schedulingProfiles: [
        profile(
          'default',
          ...['predicted-latency-producer', 'strict', 'slo-headroom-tier-filter', 'loose'],
          ...['latency-scorer', 'weighted-random-picker'],
        ),
      ],
    },
    {
      plugins: [
        ...plugins('openai-parser', 'vllmgrpc-parser', 'queue-scorer'),
        { name: 'busy', type: 'concurrency-detector', parameters: { maxConcurrency: 10 } },
        { name: 'limit', type: 'static-usage-limit-policy', parameters: { threshold: 0.9 } },
      ],
      schedulingProfiles: [profile('default', 'queue-scorer', 'busy')],
      parser: { pluginRef: 'vllmgrpc-parser' },
      saturationDetector: { pluginRef: 'busy' },
      featureGates: ['flowControl'],
      flowControl: {
        maxBytes: '1Gi',
        maxRequests: '1k',
        usageLimitPolicyPluginRef: 'limit',
        priorityBands: [{ priority: 1, maxBytes: '500M', maxRequests: 100 }],
      },
    },
    {
      featureGates: ['enableLegacyMetrics'],
      plugins: plugins('queue-scorer', 'passthrough-parser'),
      parser: { pluginRef: 'passthrough-parser' },
    },
  ],
};

/** Configurations that the release takes. */
export function basesOf(release: ReleaseData): Config[] {
  const own = parse(EndpointPickerConfig.weighted()._toYaml(Release.of(release.id))) as Config;
  return [own, ...[...UPSTREAM, ...(ONLY[release.id] ?? [])].map((config) => ({ ...HEADER, ...config }))];
}

/** A configuration of randomly chosen plugins, each referred to where its type belongs. */
export function compose({ plugins: types, config: { schema }, id }: ReleaseData, dice: Dice): Config {
  const all = Object.keys(types);
  const chosenTypes = [...new Set(Array.from({ length: 1 + dice.below(6) }, () => dice.pick(all)))];
  const chosen = chosenTypes.map((type) => {
    const sets = PARAMETERS[type] ?? [];
    const needed = needsParameters(types[type]);
    return { type, ...(sets.length > 0 && (needed || dice.oneIn(2)) ? { parameters: dice.pick(sets) } : {}) };
  });
  const ofRole = (role: string) =>
    chosenTypes.filter((type) => (types[type].roles as readonly string[]).includes(role));
  const inProfile = ['filter', 'scorer'].flatMap(ofRole).concat(ofRole('picker').slice(0, 1));
  const section = 'data' in schema.fields ? 'data' : 'dataLayer';
  const sources = ofRole('data source').map((pluginRef) => ({
    pluginRef,
    extractors:
      pluginRef === 'metrics-data-source'
        ? ofRole('extractor')
            .filter((type) => type === EXTRACTORS[id])
            .map((ref) => ({ pluginRef: ref }))
        : [],
  }));
  return {
    ...HEADER,
    plugins: chosen,
    schedulingProfiles: [{ name: 'default', plugins: [...new Set(inProfile)].map((pluginRef) => ({ pluginRef })) }],
    ...(sources.length > 0 ? { featureGates: ['dataLayer'], [section]: { sources } } : {}),
    ...(section === 'dataLayer' && ofRole('parser').length > 0 ? { parser: { pluginRef: ofRole('parser')[0] } } : {}),
  };
}
