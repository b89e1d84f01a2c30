import { GAIE_1_4, GAIE_1_5, violations, refusals, RELEASES, ROUTER } from '../../../endpoint-picker-config/violations';

/** Where parameters of one plugin are refused, from the parameters on. */
const refused = (release: string, type: string, parameters: string) =>
  refusals(`plugins: [{ type: ${type}, parameters: ${parameters} }]`, release, { allowExperimental: true }).map(
    (place) => place.replace(/^PARAMETERS plugins\[0\]\.parameters\.?/, ''),
  );

type Case = [type: string, parameters: string, refused: string[]];

describe.each(RELEASES)('%s', (release) => {
  test.each<Case>([
    ['max-score-picker', '{ maxNumOfEndpoints: 3 }', []],
    ['random-picker', '{ maxNumOfEndpoints: -3 }', []],
    ['weighted-random-picker', '{ maxNumOfEndpoints: "3" }', ['maxNumOfEndpoints']],
    ['metrics-data-source', '{ scheme: https, path: /metrics, insecureSkipVerify: true }', []],
    ['metrics-data-source', '{ scheme: ftp }', ['scheme']],
    ['metrics-data-source', '{ path: 3, insecureSkipVerify: "true" }', ['insecureSkipVerify', 'path']],
    ['k8s-notification-source', '{ group: apps, version: v1, kind: ReplicaSet }', []],
    ['k8s-notification-source', '{ group: apps, kind: ReplicaSet }', ['']],
    ['request-attribute-reporter', '{ attributes: [{ key: { name: a }, expression: usage.total }] }', []],
    [
      'request-attribute-reporter',
      '{ attributes: [{ key: { namespace: a, name: b }, expression: "1", condition: "true" }] }',
      [],
    ],
    ['request-attribute-reporter', '{ attributes: [] }', ['attributes']],
    [
      'request-attribute-reporter',
      '{ attributes: [{ key: { name: a }, expression: "1" }, { key: { name: b }, expression: "1" }] }',
      ['attributes'],
    ],
    ['request-attribute-reporter', '{}', ['']],
    ['request-attribute-reporter', '{ attributes: [{ key: {}, expression: "1" }] }', ['attributes[0].key']],
    ['request-attribute-reporter', '{ attributes: [{ key: { name: a } }] }', ['attributes[0]']],
    [
      'request-attribute-reporter',
      '{ attributes: [{ key: { name: a }, expression: "1 +" }] }',
      ['attributes[0].expression'],
    ],
    [
      'request-attribute-reporter',
      '{ attributes: [{ key: { name: a }, expression: "1", condition: absent }] }',
      ['attributes[0].condition'],
    ],
  ])('%s %s', (type, parameters, expected) => expect(refused(release, type, parameters)).toEqual(expected));
});

describe.each([GAIE_1_4, GAIE_1_5])('predicted-latency-scorer of %s', (release) => {
  test.each<[string, string[]]>([
    ['{}', []],
    ['{ samplingMean: 0 }', ['samplingMean']],
    ['{ maxSampledTokens: 0, negHeadroomTTFTWeight: 0, compositeKVWeight: 0 }', []],
    ['{ maxSampledTokens: -1 }', ['maxSampledTokens']],
    ['{ sloBufferFactor: 0 }', ['sloBufferFactor']],
    ['{ negHeadroomTTFTWeight: -0.1 }', ['negHeadroomTTFTWeight']],
    ['{ headroomTPOTWeight: -0.1 }', ['headroomTPOTWeight']],
    ['{ compositeQueueWeight: -0.1 }', ['compositeQueueWeight']],
    ['{ epsilonExploreSticky: 0, epsilonExploreNeg: 1 }', []],
    ['{ epsilonExploreSticky: 1.1 }', ['epsilonExploreSticky']],
    ['{ affinityGateTau: -0.1 }', ['affinityGateTau']],
    ['{ contextTTL: 60000000000 }', []],
    ['{ contextTTL: 1m }', ['contextTTL']],
    ['{ selectionMode: anything, streamingMode: true }', []],
    ['{ streamingMode: 1 }', ['streamingMode']],
  ])('%s', (parameters, expected) => {
    expect(refused(release, 'predicted-latency-scorer', parameters)).toEqual(expected);
  });
});

describe('prefix-cache-scorer of GAIE v1.4.0', () => {
  test.each<[string, string[]]>([
    ['{ blockSizeTokens: 16, maxPrefixBlocksToMatch: 256, lruCapacityPerServer: 31250, autoTune: false }', []],
    ['{ blockSizeTokens: -1 }', []],
    ['{ blockSize: 64 }', ['blockSize']],
    ['{ blockSize: 64, blockSizeTokens: 1 }', []],
    ['{ blockSize: 64, blockSizeTokens: 0 }', ['blockSize']],
    ['{ blockSize: 0 }', []],
  ])('%s', (parameters, expected) => {
    expect(refused(GAIE_1_4, 'prefix-cache-scorer', parameters)).toEqual(expected);
  });
});

test('prefix-cache-scorer needs no parameters', () => {
  expect(refusals('plugins: [{ type: prefix-cache-scorer }]', GAIE_1_4)).toEqual([]);
});

describe('GAIE v1.5.0', () => {
  test.each<Case>([
    ['approx-prefix-cache-producer', '{ blockSize: 64 }', []],
    ['approx-prefix-cache-producer', '{ blockSize: 64, blockSizeTokens: 0 }', ['blockSize']],
    ['approx-prefix-cache-producer', '{ blockSizeTokens: 0 }', []],
    ['approx-prefix-cache-producer', '{ autoTune: false, blockSizeTokens: 0 }', ['blockSizeTokens']],
    ['approx-prefix-cache-producer', '{ autoTune: false, blockSizeTokens: 1 }', []],
    ['approx-prefix-cache-producer', '{ autoTune: false }', []],
    ['approx-prefix-cache-producer', '{ maxPrefixTokensToMatch: -1 }', ['maxPrefixTokensToMatch']],
    ['concurrency-detector', '{ maxConcurrency: 1, headroom: 0, concurrencyMode: tokens, maxTokenConcurrency: 1 }', []],
    ['concurrency-detector', '{ concurrencyMode: hybrid }', ['concurrencyMode']],
    ['concurrency-detector', '{ concurrencyMode: "" }', ['concurrencyMode']],
    ['concurrency-detector', '{ headroom: -0.1, maxTokenConcurrency: 0 }', ['headroom', 'maxTokenConcurrency']],
    ['latency-scorer', '{ ttftWeight: -1, headroomSelectionStrategy: anything }', []],
    ['latency-scorer', '{ compositeKVWeight: "1" }', ['compositeKVWeight']],
    ['latency-slo-admitter', '{}', []],
    ['latency-slo-admitter', '3', ['']],
    [
      'predicted-latency-producer',
      '{ samplingMean: 1, maxDecodeTokenSamplesForPrediction: 0, predictInPrepareData: true }',
      [],
    ],
    ['predicted-latency-producer', '{ samplingMean: 0 }', ['samplingMean']],
    [
      'predicted-latency-producer',
      '{ maxDecodeTokenSamplesForPrediction: -1, sloBufferFactor: 0 }',
      ['maxDecodeTokenSamplesForPrediction', 'sloBufferFactor'],
    ],
    ['predicted-latency-scorer', '{ affinityMaxTTFTPenaltyMs: -1 }', ['affinityMaxTTFTPenaltyMs']],
    ['prefix-cache-affinity-filter', '{ affinityThreshold: 1, explorationProbability: 0, maxTTFTPenaltyMs: 0 }', []],
    ['prefix-cache-affinity-filter', '{ affinityThreshold: -5 }', []],
    [
      'prefix-cache-affinity-filter',
      '{ affinityThreshold: 1.01, explorationProbability: 1.01, maxTTFTPenaltyMs: -1 }',
      ['affinityThreshold', 'explorationProbability', 'maxTTFTPenaltyMs'],
    ],
    ['slo-headroom-tier-filter', '{ epsilonExploreNeg: 1 }', []],
    ['slo-headroom-tier-filter', '{ epsilonExploreNeg: -0.01 }', ['epsilonExploreNeg']],
    ['static-usage-limit-policy', '{ threshold: -7 }', []],
    ['static-usage-limit-policy', '{ threshold: a }', ['threshold']],
    ['token-load-scorer', '{ queueThresholdTokens: 0 }', []],
    ['token-load-scorer', '{ queueThresholdTokens: 0.5 }', ['queueThresholdTokens']],
    [
      'utilization-detector',
      '{ queueDepthThreshold: 1, kvCacheUtilThreshold: 1, metricsStalenessThreshold: 1ns, headroom: 0 }',
      [],
    ],
    [
      'utilization-detector',
      '{ queueDepthThreshold: 0, kvCacheUtilThreshold: 0, metricsStalenessThreshold: 0s }',
      ['kvCacheUtilThreshold', 'metricsStalenessThreshold', 'queueDepthThreshold'],
    ],
    [
      'utilization-detector',
      '{ kvCacheUtilThreshold: 1.01, metricsStalenessThreshold: 5, headroom: -0.1 }',
      ['headroom', 'kvCacheUtilThreshold', 'metricsStalenessThreshold'],
    ],
  ])('%s %s', (type, parameters, expected) => expect(refused(GAIE_1_5, type, parameters)).toEqual(expected));
});

describe.each([
  [GAIE_1_4, 'model-server-protocol-metrics', 'triton'],
  [GAIE_1_5, 'core-metrics-extractor', 'triton'],
  [ROUTER, 'core-metrics-extractor', 'tgi'],
])('the engines of %s', (release, type, none) => {
  test.each<[string, string[]]>([
    ['{}', []],
    ['{ engineLabelKey: engine, defaultEngine: vllm }', []],
    ['{ defaultEngine: sglang }', []],
    [`{ defaultEngine: ${none} }`, ['defaultEngine']],
    ['{ defaultEngine: "" }', []],
    ['{ defaultEngine: mine, engineConfigs: [{ name: mine, queuedRequestsSpec: waiting }] }', []],
    ['{ engineConfigs: [{ name: vllm, kvUsageSpec: "kv{a=b}" }] }', []],
    ['{ engineConfigs: [{ kvUsageSpec: kv }] }', ['engineConfigs[0]']],
    ['{ engineConfigs: [{ name: default }] }', ['engineConfigs[0].name']],
    ['{ engineConfigs: [{ name: a }, { name: a }] }', ['engineConfigs[1].name']],
    ['{ engineConfigs: [{ name: a, loraSpec: "a b" }] }', ['engineConfigs[0].loraSpec']],
    ['{ engineConfigs: [{ name: a, cacheInfoSpec: "" }] }', []],
    ['{ engineConfigs: 3 }', ['engineConfigs']],
  ])('%s', (parameters, expected) => expect(refused(release, type, parameters)).toEqual(expected));
});

test.each<[string, string, string[]]>([
  [GAIE_1_4, '{ engineConfigs: [{ name: a, cacheBlockSizeSpec: "a b" }] }', []],
  [GAIE_1_5, '{ engineConfigs: [{ name: a, cacheBlockSizeSpec: "a b" }] }', ['engineConfigs[0].cacheBlockSizeSpec']],
  [GAIE_1_5, '{ defaultEngine: trtllm-serve }', []],
  [ROUTER, '{ defaultEngine: triton }', []],
])('the metrics of %s: %s', (release, parameters, expected) => {
  const type = release === GAIE_1_4 ? 'model-server-protocol-metrics' : 'core-metrics-extractor';
  expect(refused(release, type, parameters)).toEqual(expected);
});

test.each<[string, string, string]>([
  [
    'core-metrics-extractor',
    '{ defaultEngine: tgi, engineConfigs: [{ name: mine }] }',
    'defaultEngine: there is no engine tgi, but vllm, sglang, trtllm-serve, triton-tensorrt-llm and mine; name one of these, or add it to engineConfigs',
  ],
  [
    'core-metrics-extractor',
    '{ engineConfigs: [{ name: default }] }',
    'engineConfigs[0].name: an engine cannot be called default, which is a reserved word; name the engine',
  ],
  [
    'core-metrics-extractor',
    '{ engineConfigs: [{ name: a }, { name: a }] }',
    'engineConfigs[1].name: engine a is there twice; keep one of them',
  ],
  [
    'request-attribute-reporter',
    '{ attributes: [{ key: { name: a }, expression: absent }] }',
    'attributes[0].expression: "absent" is no CEL over `usage`: it does not know absent; correct the expression',
  ],
])('%s %s', (type, parameters, violation) => {
  const found = violations(`plugins: [{ type: ${type}, parameters: ${parameters} }]`, GAIE_1_5);
  expect(found).toContain(`PARAMETERS plugins[0].parameters.${violation}`);
});

describe('llm-d-router v0.10.0', () => {
  test.each<Case>([
    ['active-request-scorer', '{ idleThreshold: 1, maxBusyScore: 0.5, requestTimeout: 1m }', []],
    ['burst-prefix-cache-producer', '{ windowDurationMs: 10000, balanceBy: tokens }', []],
    ['burst-prefix-cache-producer', '{ windowDurationMs: 10001, balanceBy: bytes }', ['balanceBy', 'windowDurationMs']],
    ['by-label', '{ label: a, validValues: [b], allowsNoLabel: true }', []],
    ['by-label', '{ label: a, validValues: b }', ['validValues']],
    ['by-label-selector', '{ matchLabels: { a: b } }', []],
    ['concurrency-detector', '{ concurrencyMode: hybrid }', []],
    ['context-length-aware', '{ label: a, enableFiltering: true, anything: 1 }', []],
    [
      'endpoint-attribute-filter',
      '{ attribute: a, onMissing: Fail, algorithm: { threshold: { operator: LessThan, value: 1 } } }',
      [],
    ],
    ['endpoint-attribute-filter', '{ onMissing: pass }', ['onMissing', '']],
    ['file-discovery', '{ path: /a, watchFile: true }', []],
    ['file-discovery', '{ watchFile: true }', ['']],
    ['header-label-affinity-scorer', '{ headerName: a }', ['']],
    ['header-label-affinity-scorer', '{ headerName: a, labelKey: b }', []],
    ['inflight-load-producer', '{ outputRatio: 1.5, addEstimatedOutputTokens: true }', []],
    ['load-aware-scorer', '{ threshold: 128 }', []],
    ['load-aware-scorer', '{ thresholds: 128 }', ['thresholds']],
    ['metrics-data-source', '{ port: 9400, interval: 50ms }', []],
    ['no-hit-lru-scorer', '{ lruSize: 2048 }', []],
    ['precise-prefix-cache-producer', '{ kvEventsConfig: { engineType: sglang, discoverPods: true } }', []],
    ['precise-prefix-cache-producer', '{ kvEventsConfig: { engineType: tgi } }', ['kvEventsConfig.engineType']],
    ['predicted-latency-producer', '{ sloBufferFactor: 0 }', ['sloBufferFactor']],
    ['prefix-cache-scorer', '{ matchLengthWeight: 1, matchLengthScaleTokens: 5 }', []],
    ['prefix-cache-scorer', '{ matchLengthWeight: 1.1 }', ['matchLengthWeight']],
    ['prefix-cache-scorer', '{ blockSizeTokens: 16 }', ['blockSizeTokens']],
    ['priority-holdback-policy', '{ minCeiling: 0.5, domain: rank }', []],
    ['priority-holdback-policy', '{ minCeiling: 0 }', []],
    ['priority-holdback-policy', '{ minCeiling: -0.1 }', ['minCeiling']],
    ['approx-prefix-cache-producer', '{ blockSize: 64, blockSizeTokens: 0 }', ['blockSize']],
    ['priority-holdback-policy', '{ minCeiling: 1, domain: ranks }', ['domain', 'minCeiling']],
    ['priority-holdback-policy', '{}', ['']],
    ['probabilistic-admitter', '{ queueDepthThreshold: 5, kvCacheUtilThreshold: 0.8, power: 2, k: 1 }', []],
    ['probabilistic-admitter', '{ k: 0 }', ['k']],
    ['session-affinity-scorer', '{ strategy: session_id }', []],
    ['session-affinity-scorer', '{ strategy: cookie }', ['strategy']],
    ['topology-affinity-filter', '{ minAffinity: rack }', []],
    ['topology-affinity-filter', '{ minAffinity: row }', ['minAffinity']],
  ])('%s %s', (type, parameters, expected) => expect(refused(ROUTER, type, parameters)).toEqual(expected));
});
