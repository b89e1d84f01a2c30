import { EndpointPickerConfig } from '../../lib/endpoint-picker/config';
import { Release } from '../../lib/catalogue/endpoint-picker/release';
import { GAIE_1_4, GAIE_1_5, places, RELEASES, ROUTER } from './violations';

/* Configurations as upstream ships them, and as its guides show them: there is nothing to say of any of them. */

const QUEUE_KV_PREFIX = `plugins:
- type: queue-scorer
- type: kv-cache-utilization-scorer
- type: prefix-cache-scorer
schedulingProfiles:
- name: default
  plugins:
  - { pluginRef: queue-scorer, weight: 2 }
  - { pluginRef: kv-cache-utilization-scorer, weight: 2 }
  - { pluginRef: prefix-cache-scorer, weight: 3 }
`;

const FLOW_CONTROL = `featureGates:
- flowControl
plugins:
- { name: best, type: max-score-picker }
- { name: deadline, type: edf-ordering-policy }
- { name: fair, type: round-robin-fairness-policy }
schedulingProfiles:
- name: default
  plugins:
  - pluginRef: best
flowControl:
  defaultRequestTTL: 1m
  defaultPriorityBand:
    orderingPolicyRef: deadline
  priorityBands:
  - { priority: 100, orderingPolicyRef: deadline, fairnessPolicyRef: fair }
  - { priority: 0 }
  - { priority: -1 }
`;

const REPORTER = `plugins:
- type: request-attribute-reporter
  parameters:
    attributes:
    - key: { namespace: envoy.lb, name: x-gateway-inference-request-cost }
      expression: usage.prompt_tokens + usage.completion_tokens
      condition: has(usage.prompt_tokens)
- type: queue-scorer
schedulingProfiles:
- name: default
  plugins:
  - pluginRef: queue-scorer
`;

describe.each(RELEASES)('%s', (release) => {
  test.each([
    ['nothing', 'plugins: []'],
    ['the default', QUEUE_KV_PREFIX],
    ['the default without profiles', QUEUE_KV_PREFIX.replace(/schedulingProfiles[^]*/, '')],
    ['flow control', FLOW_CONTROL],
    ['what requests cost', REPORTER],
    ['our own', EndpointPickerConfig.weighted()._toYaml(Release.of(release))],
  ])('%s', (_, text) => expect(places(text, release)).toEqual([]));
});

test.each([
  [
    'metrics',
    `featureGates: [dataLayer]
plugins:
- type: metrics-data-source
- type: model-server-protocol-metrics
  parameters:
    defaultEngine: vllm
    engineConfigs:
    - { name: mine, queuedRequestsSpec: waiting, kvUsageSpec: 'kv{kind="gpu"}' }
- type: queue-scorer
schedulingProfiles: [{ name: default, plugins: [{ pluginRef: queue-scorer }] }]
data:
  sources:
  - pluginRef: metrics-data-source
    extractors:
    - pluginRef: model-server-protocol-metrics
`,
  ],
  [
    'predicted latency',
    `featureGates: [prepareDataPlugins]
plugins:
- type: prefix-cache-scorer
- type: predicted-latency-scorer
  parameters: { streamingMode: true, affinityGateTau: 0.8 }
- type: weighted-random-picker
schedulingProfiles:
- name: default
  plugins: [{ pluginRef: prefix-cache-scorer }, { pluginRef: predicted-latency-scorer, weight: 1 }, { pluginRef: weighted-random-picker }]
`,
  ],
  [
    'thresholds',
    'saturationDetector: { queueDepthThreshold: 5, kvCacheUtilThreshold: 0.8, metricsStalenessThreshold: 200ms }',
  ],
])('GAIE v1.4.0: %s', (_, text) => expect(places(text, GAIE_1_4)).toEqual([]));

test.each([
  [
    'metrics',
    `plugins:
- type: metrics-data-source
  parameters: { scheme: http, path: /metrics, insecureSkipVerify: true }
- type: core-metrics-extractor
  parameters: { defaultEngine: triton-tensorrt-llm }
- type: queue-scorer
schedulingProfiles: [{ name: default, plugins: [{ pluginRef: queue-scorer }] }]
dataLayer:
  sources:
  - pluginRef: metrics-data-source
    extractors:
    - pluginRef: core-metrics-extractor
`,
  ],
  [
    'predicted latency',
    `plugins:
- type: queue-scorer
- type: kv-cache-utilization-scorer
- type: prefix-cache-scorer
- type: predicted-latency-producer
- { name: strict, type: prefix-cache-affinity-filter, parameters: { affinityThreshold: 0.99, maxTTFTPenaltyMs: 18000 } }
- { name: loose, type: prefix-cache-affinity-filter, parameters: { affinityThreshold: 0.8 } }
- type: slo-headroom-tier-filter
- type: latency-scorer
- type: weighted-random-picker
- type: latency-slo-admitter
schedulingProfiles:
- name: default
  plugins:
  - pluginRef: predicted-latency-producer
  - pluginRef: strict
  - pluginRef: slo-headroom-tier-filter
  - pluginRef: loose
  - { pluginRef: queue-scorer, weight: 1 }
  - { pluginRef: kv-cache-utilization-scorer, weight: 1 }
  - { pluginRef: prefix-cache-scorer, weight: 1 }
  - { pluginRef: latency-scorer, weight: 1 }
  - pluginRef: weighted-random-picker
`,
  ],
  [
    'a parser and a saturation detector',
    `plugins:
- { name: grpc, type: vllmgrpc-parser }
- { name: busy, type: concurrency-detector, parameters: { maxConcurrency: 10 } }
- { name: limit, type: static-usage-limit-policy, parameters: { threshold: 0.9 } }
parser: { pluginRef: grpc }
saturationDetector: { pluginRef: busy }
featureGates: [flowControl]
flowControl: { maxBytes: 1Gi, maxRequests: 1k, usageLimitPolicyPluginRef: limit }
`,
  ],
  ['metrics of old', 'featureGates: [enableLegacyMetrics]\nplugins: [{ type: queue-scorer }]'],
])('GAIE v1.5.0: %s', (_, text) => expect(places(text, GAIE_1_5)).toEqual([]));

const PREFILL_DECODE = `plugins:
- type: approx-prefix-cache-producer
- type: prefix-cache-scorer
- type: queue-scorer
- type: prefill-filter
- type: decode-filter
- type: max-score-picker
- { type: prefix-based-pd-decider, parameters: { nonCachedTokens: 16 } }
- { type: disagg-profile-handler, parameters: { deciders: { prefill: prefix-based-pd-decider } } }
schedulingProfiles:
${['prefill', 'decode']
  .map(
    (role) => `- name: ${role}
  plugins:
  - pluginRef: ${role}-filter
  - pluginRef: max-score-picker
  - { pluginRef: prefix-cache-scorer, weight: 2 }
  - { pluginRef: queue-scorer, weight: 1 }
`,
  )
  .join('')}`;

const PRECISE_PREFIX = `plugins:
- { type: token-producer, parameters: { modelName: facebook/opt-125m, vllm: { url: 'http://localhost:8000' } } }
- type: precise-prefix-cache-producer
  parameters:
    tokenProcessorConfig: { blockSizeTokens: 64, hashSeed: '42' }
    indexerConfig: { kvBlockIndexConfig: { enableMetrics: true } }
    kvEventsConfig: { topicFilter: kv@, concurrency: 8, discoverPods: true, podDiscoveryConfig: { socketPort: 5556 } }
- type: prefix-cache-scorer
  parameters: { prefixMatchInfoProducerName: precise-prefix-cache-producer }
- type: no-hit-lru-scorer
  parameters: { prefixMatchInfoProducerName: precise-prefix-cache-producer, lruSize: 2048 }
- type: metrics-data-source
- type: core-metrics-extractor
- type: endpoint-notification-source
schedulingProfiles:
- name: default
  plugins: [{ pluginRef: prefix-cache-scorer, weight: 3 }, { pluginRef: no-hit-lru-scorer, weight: 2 }]
dataLayer:
  sources:
  - { pluginRef: metrics-data-source, extractors: [{ pluginRef: core-metrics-extractor }] }
  - { pluginRef: endpoint-notification-source, extractors: [{ pluginRef: precise-prefix-cache-producer }] }
`;

test.each([
  ['prefill and decode', PREFILL_DECODE, {}],
  ['precise prefixes', PRECISE_PREFIX, {}],
  [
    'ranks of data parallelism',
    `plugins: [{ type: data-parallel-profile-handler, parameters: { primaryPort: 8000 } }, { type: queue-scorer }]
schedulingProfiles: [{ name: default, plugins: [{ pluginRef: queue-scorer }] }]
`,
    {},
  ],
  [
    'a soft ceiling',
    `featureGates: [flowControl]
plugins: [{ type: soft-reflective-ceiling-policy }]
flowControl: { usageLimitPolicyPluginRef: soft-reflective-ceiling-policy }
`,
    { allowExperimental: true },
  ],
  [
    'bursts',
    `plugins:
- { type: burst-prefix-cache-producer, parameters: { windowDurationMs: 100, balanceBy: tokens } }
- { type: prefix-cache-scorer, parameters: { prefixMatchInfoProducerName: burst-prefix-cache-producer } }
`,
    { allowExperimental: true },
  ],
  [
    'endpoints from a file',
    `plugins: [{ name: files, type: file-discovery, parameters: { path: /etc/endpoints.yaml, watchFile: true } }]
dataLayer: { discovery: { pluginRef: files } }
`,
    {},
  ],
])('llm-d-router v0.10.0: %s', (_, text, options) => expect(places(text, ROUTER, options)).toEqual([]));
