/** Parameters that a plugin type takes, one or more sets of them; types that are not here need none. */
export const PARAMETERS: { readonly [type: string]: readonly object[] } = {
  'approx-prefix-cache-producer': [
    { autoTune: false, blockSizeTokens: 64, lruCapacityPerServer: 1000 },
    { maxPrefixTokensToMatch: 4096, maxPrefixBlocksToMatch: 128 },
  ],
  'concurrency-detector': [
    { maxConcurrency: 50, headroom: 0.2 },
    { concurrencyMode: 'tokens', maxTokenConcurrency: 500000 },
  ],
  'core-metrics-extractor': [
    { defaultEngine: 'sglang' },
    {
      engineLabelKey: 'example.com/engine',
      defaultEngine: 'mine',
      engineConfigs: [
        { name: 'mine', queuedRequestsSpec: 'mine:waiting', kvUsageSpec: 'mine_blocks{kind="used"}' },
        { name: 'vllm', queuedRequestsSpec: 'vllm:num_requests_waiting', cacheBlockSizeSpec: 'blocks{kind=size}' },
      ],
    },
  ],
  'k8s-notification-source': [
    { version: 'v1', kind: 'ConfigMap' },
    { group: 'apps', version: 'v1', kind: 'Deployment' },
  ],
  'latency-scorer': [{ ttftWeight: 0.6, tpotWeight: 0.4, headroomSelectionStrategy: 'most' }],
  'max-score-picker': [{ maxNumOfEndpoints: 2 }],
  'metrics-data-source': [{ scheme: 'https', path: '/stats', insecureSkipVerify: false }],
  'model-server-protocol-metrics': [
    { defaultEngine: 'sglang' },
    { engineConfigs: [{ name: 'mine', queuedRequestsSpec: 'mine:waiting{pool="a", kind=b}' }] },
  ],
  'predicted-latency-producer': [
    { samplingMean: 500, sloBufferFactor: 1.5, contextTTL: 60000000000, streamingMode: true },
  ],
  'predicted-latency-scorer': [
    { samplingMean: 1000, epsilonExploreNeg: 0.02, affinityGateTau: 0.8, selectionMode: 'linear' },
  ],
  'prefix-cache-affinity-filter': [{ affinityThreshold: 0.99, explorationProbability: 0.05, maxTTFTPenaltyMs: 1000 }],
  'prefix-cache-scorer': [
    { autoTune: true, blockSizeTokens: 16, maxPrefixBlocksToMatch: 256, lruCapacityPerServer: 31250 },
  ],
  'random-picker': [{ maxNumOfEndpoints: 1 }],
  'request-attribute-reporter': [
    { attributes: [{ key: { name: 'tokens' }, expression: 'usage.completion_tokens' }] },
    {
      attributes: [
        {
          key: { namespace: 'envoy.lb', name: 'cost' },
          expression: 'usage.prompt_tokens + 3 * usage.completion_tokens',
          condition: 'has(usage.prompt_tokens)',
        },
      ],
    },
  ],
  'slo-headroom-tier-filter': [{ epsilonExploreNeg: 0.05 }],
  'static-usage-limit-policy': [{ threshold: 0.8 }],
  'token-load-scorer': [{ queueThresholdTokens: 100000 }],
  'utilization-detector': [
    { queueDepthThreshold: 10, kvCacheUtilThreshold: 0.9, metricsStalenessThreshold: '1s', headroom: 0.1 },
  ],
  'weighted-random-picker': [{ maxNumOfEndpoints: 3 }],
};
