import { listed } from '../../../../text/wording';
import { above, any, boolean, integer, list, number, object, oneOf, string, between } from '../../shape';
import { ENGINE_FIELDS_WITH_CACHE, metricsExtractor } from '../../plugins/engines';
import type { PluginTypes, ParameterViolation, PluginType } from '../../plugins/plugin-type';
import { blockSizeViolations, k8sNotificationSource, plain } from '../../plugins/shared';

const TOKENS = 'write blockSizeTokens: the size of a block in tokens, as in vLLM';

/** Exactly one of several parameters. */
function* exactlyOne(parameters: any, names: readonly string[]): Iterable<ParameterViolation> {
  const given = names.filter((name) => parameters[name] !== undefined && parameters[name] !== '');
  if (given.length === 1) return;
  const what = given.length === 0 ? 'none of them is there' : `${listed(given)} are there`;
  yield { at: [], message: `exactly one of ${listed(names)} is needed, and ${what}`, remedy: 'write one of them' };
}

export const preciseParameters = object({
  tokenProcessorConfig: object(
    { blockSizeTokens: integer(), hashSeed: string(), blockSize: integer() },
    { open: true },
  ),
  indexerConfig: any,
  kvEventsConfig: object(
    {
      zmqEndpoint: string(),
      topicFilter: string(),
      concurrency: integer(),
      engineType: string(oneOf('vllm', 'sglang', '')),
      discoverPods: boolean,
      podDiscoveryConfig: any,
    },
    { open: true },
  ),
  speculativeIndexing: boolean,
  speculativeTTL: any,
});

const estimate = object(
  { image: object({ mode: string(oneOf('dynamic', 'static', '')) }, { open: true }), video: any },
  { open: true },
);

const tokenizer = {
  roles: ['request control'],
  parameters: object({
    modelName: string(),
    vllm: object({ url: string(), timeout: any, mmTimeout: any }, { open: true }),
    estimate,
    udsTokenizerConfig: object({ socketFile: string() }, { open: true }),
  }),
  deprecatedParameters: { udsTokenizerConfig: 'write vllm' },
  *check({ modelName, vllm, estimate: estimates, udsTokenizerConfig }) {
    const given = Object.entries({ vllm, estimate: estimates, udsTokenizerConfig: udsTokenizerConfig?.socketFile });
    const [first, second] = given.filter(([, backend]) => backend).map(([name]) => name);
    if (second !== undefined) {
      yield {
        at: [second],
        message: `${first} and ${second} are there, and one takes the other's place`,
        remedy: 'keep one',
      };
    }
    if (first !== undefined && first !== 'estimate' && !modelName) {
      yield { at: [first], message: `${first} needs modelName`, remedy: 'add modelName: the model that vLLM serves' };
    }
  },
} satisfies PluginType;

export const producers = {
  'approx-prefix-cache-producer': {
    roles: ['request control'],
    parameters: object({
      autoTune: boolean,
      blockSizeTokens: integer(),
      maxPrefixTokensToMatch: integer(),
      maxPrefixBlocksToMatch: integer(),
      lruCapacityPerServer: integer(),
      blockSize: integer(),
    }),
    deprecatedParameters: { blockSize: TOKENS, maxPrefixBlocksToMatch: 'write maxPrefixTokensToMatch' },
    check: ({ blockSizeTokens = 16, ...parameters }) => blockSizeViolations({ blockSizeTokens, ...parameters }),
  },
  'burst-prefix-cache-producer': {
    roles: ['request control'],
    alpha: true,
    parameters: object({
      windowDurationMs: integer(between(0, 10000)),
      maxPerReplica: integer(),
      blockSizeTokens: integer(),
      maxPrefixTokensToMatch: integer(),
      minColocateBlocks: integer(),
      maxBatchSize: integer(),
      balanceBy: string(oneOf('requests', 'tokens', '')),
    }),
  },
  'inflight-load-producer': {
    roles: ['extractor', 'request control'],
    parameters: object({
      addEstimatedOutputTokens: boolean,
      outputRatio: number(),
      maxEstimatedOutputTokens: integer(),
      prefixMatchInfoProducerName: string(),
      syncCrossReplicaState: boolean,
    }),
  },
  'mm-embeddings-cache-producer': {
    roles: ['request control'],
    parameters: object({ cacheSizeInMBPerServer: integer() }),
  },
  'multicluster-approx-prefix-cache-producer': {
    roles: ['request control'],
    alpha: true,
    parameters: object({}, { open: true }),
  },
  'p2p-source-producer': {
    roles: ['request control'],
    alpha: true,
    parameters: object({
      prefixMatchInfoProducerName: string(),
      minCachedTokenDelta: integer(),
      prefillProfileName: string(),
    }),
  },
  'precise-prefix-cache-producer': {
    roles: ['extractor', 'request control'],
    sourceTypes: ['endpoint-notification-source'],
    parameters: preciseParameters,
    deprecatedParameters: { 'tokenProcessorConfig.blockSize': TOKENS },
  },
  'predicted-latency-producer': {
    roles: ['request control'],
    parameters: object(
      {
        sloBufferFactor: number(above(0)),
        // Nanoseconds.
        contextTTL: integer(),
        streamingMode: boolean,
        endpointRoleLabel: string(),
        predictInProduce: boolean,
        useEncoderCacheFeatures: boolean,
      },
      // Names of producers beside these.
      { open: true },
    ),
  },
  'session-id-producer': {
    roles: ['request control'],
    needsParameters: true,
    parameters: object({ headerName: string(), cookieName: string() }),
    check: (parameters) => exactlyOne(parameters, ['headerName', 'cookieName']),
  },
  'token-producer': tokenizer,
  tokenizer: { ...tokenizer, deprecated: 'use token-producer' },
} satisfies PluginTypes;

const httpSource = {
  scheme: string(oneOf('http', 'https')),
  path: string(),
  port: integer(),
  insecureSkipVerify: boolean,
  caCertPath: string(),
  clientCertPath: string(),
  clientKeyPath: string(),
  interval: any,
};

const coreMetricsExtractor = metricsExtractor(
  {
    ...ENGINE_FIELDS_WITH_CACHE,
    customMetrics: list(object({ attributeKey: string(), metricSpec: string() }, { open: true })),
  },
  ['vllm', 'sglang', 'trtllm-serve', 'triton-tensorrt-llm', 'triton'],
);

export const dataLayer = {
  'core-metrics-extractor': {
    ...coreMetricsExtractor,
    sourceTypes: ['metrics-data-source', 'multicluster-metrics-data-source', 'dcgm-data-source'],
  },
  'dcgm-data-source': {
    roles: ['data source'],
    alpha: true,
    parameters: object({ port: integer(), useNodeAddress: boolean }, { open: true }),
  },
  'dcgm-extractor': { roles: ['extractor'], alpha: true, parameters: object({}, { open: true }) },
  'endpoint-notification-source': plain('data source'),
  'file-discovery': {
    roles: ['discovery'],
    parameters: object({ path: string(), watchFile: boolean }, { required: ['path'] }),
  },
  'k8s-notification-source': k8sNotificationSource,
  'metrics-data-source': { roles: ['data source'], parameters: object(httpSource) },
  'models-data-extractor': { roles: ['extractor'], parameters: object({}, { open: true }) },
  'models-data-source': {
    roles: ['data source'],
    parameters: object({ scheme: httpSource.scheme, path: string() }, { open: true }),
  },
  'multicluster-file-discovery': { roles: ['discovery'], alpha: true, parameters: object({}, { open: true }) },
  'multicluster-metrics-data-source': { roles: ['data source'], alpha: true, parameters: object({}, { open: true }) },
  'multicluster-metrics-extractor': { roles: ['extractor'], alpha: true, parameters: object({}, { open: true }) },
  'topology-extractor': {
    roles: ['extractor'],
    alpha: true,
    parameters: object({ hostname: string(), rack: string(), zone: string(), region: string() }),
  },
} satisfies PluginTypes;
