import { above, atLeast, atMost, between, boolean, duration, integer, number, object, oneOf, string } from '../shape';
import { ENGINE_FIELDS_WITH_CACHE, metricsExtractor } from '../plugins/engines';
import type { PluginTypes, PluginType } from '../plugins/plugin-type';
import {
  blockSizeViolations,
  k8sNotificationSource,
  metricsDataSource,
  picker,
  plain,
  predictedLatencyScorerFields,
  requestAttributeReporter,
  staticUsageLimitPolicy,
} from '../plugins/shared';

const approxPrefixCacheProducer = {
  roles: ['request control'],
  parameters: object({
    autoTune: boolean,
    blockSizeTokens: integer(),
    blockSize: integer(),
    maxPrefixBlocksToMatch: integer(),
    maxPrefixTokensToMatch: integer(atLeast(0)),
    lruCapacityPerServer: integer(),
  }),
  *check({ autoTune = true, blockSizeTokens = 16, ...parameters }) {
    yield* blockSizeViolations({ blockSizeTokens, ...parameters });
    if (!autoTune && blockSizeTokens <= 0) {
      const message = `blockSizeTokens is ${blockSizeTokens} and autoTune is off, so that the size of a block is not known`;
      yield { at: ['blockSizeTokens'], message, remedy: 'write the block size of the model servers' };
    }
  },
  produces: ['PrefixCacheMatchInfo'],
} satisfies PluginType;

/** The plugin types of kubernetes-sigs/gateway-api-inference-extension v1.5.0, as in gaie-v1.4.0.ts. */
export const plugins = {
  'approx-prefix-cache-producer': approxPrefixCacheProducer,
  'concurrency-detector': {
    roles: ['filter', 'saturation detector'],
    parameters: object({
      maxConcurrency: integer(above(0)),
      headroom: number(atLeast(0)),
      concurrencyMode: string(oneOf('requests', 'tokens')),
      maxTokenConcurrency: integer(above(0)),
    }),
  },
  'core-metrics-extractor': metricsExtractor(ENGINE_FIELDS_WITH_CACHE, [
    'vllm',
    'sglang',
    'trtllm-serve',
    'triton-tensorrt-llm',
  ]),
  'destination-endpoint-served-verifier': plain('request control'),
  'edf-ordering-policy': plain('ordering policy'),
  'endpoint-notification-source': plain('data source'),
  'fcfs-ordering-policy': plain('ordering policy'),
  'global-strict-fairness-policy': plain('fairness policy'),
  'header-based-testing-filter': plain('filter'),
  // It says that it reads notifications, but not of which type, so no source accepts it.
  'inflight-load-producer': { roles: ['extractor', 'request control'], sourceTypes: [], produces: ['InFlightLoad'] },
  'k8s-notification-source': k8sNotificationSource,
  'kv-cache-utilization-scorer': plain('scorer'),
  'latency-scorer': {
    roles: ['scorer'],
    parameters: object({
      ttftWeight: number(),
      tpotWeight: number(),
      headroomSelectionStrategy: string(),
      compositeKVWeight: number(),
      compositeQueueWeight: number(),
      compositePrefixWeight: number(),
    }),
    consumes: ['LatencyPredictionInfo', 'PrefixCacheMatchInfo'],
  },
  'latency-slo-admitter': { roles: ['request control'], parameters: object({}), consumes: ['LatencyPredictionInfo'] },
  'lora-affinity-scorer': plain('scorer'),
  'max-score-picker': picker,
  'metrics-data-source': metricsDataSource,
  'openai-parser': plain('parser'),
  'passthrough-parser': plain('parser'),
  'predicted-latency-producer': {
    roles: ['request control'],
    parameters: object({
      samplingMean: number(above(0)),
      maxDecodeTokenSamplesForPrediction: integer(atLeast(0)),
      sloBufferFactor: number(above(0)),
      // Nanoseconds.
      contextTTL: integer(),
      streamingMode: boolean,
      endpointRoleLabel: string(),
      predictInPrepareData: boolean,
    }),
    produces: ['LatencyPredictionInfo'],
    consumes: ['PrefixCacheMatchInfo'],
  },
  'predicted-latency-scorer': {
    roles: ['scorer'],
    parameters: object({ ...predictedLatencyScorerFields, affinityMaxTTFTPenaltyMs: number(atLeast(0)) }),
    produces: ['LatencyPredictionInfo'],
    consumes: ['PrefixCacheMatchInfo'],
  },
  'prefix-cache-affinity-filter': {
    roles: ['filter'],
    parameters: object({
      affinityThreshold: number(atMost(1)),
      explorationProbability: number(between(0, 1)),
      maxTTFTPenaltyMs: number(atLeast(0)),
    }),
    consumes: ['LatencyPredictionInfo', 'PrefixCacheMatchInfo'],
  },
  'prefix-cache-scorer': { roles: ['scorer'], forwardsParameters: true, consumes: ['PrefixCacheMatchInfo'] },
  'queue-scorer': plain('scorer'),
  'random-picker': picker,
  'request-attribute-reporter': requestAttributeReporter,
  'round-robin-fairness-policy': plain('fairness policy'),
  'running-requests-size-scorer': plain('scorer'),
  'single-profile-handler': plain('profile handler'),
  'slo-deadline-ordering-policy': plain('ordering policy'),
  'slo-headroom-tier-filter': {
    roles: ['filter'],
    parameters: object({ epsilonExploreNeg: number(between(0, 1)) }),
    consumes: ['LatencyPredictionInfo'],
  },
  'static-usage-limit-policy': staticUsageLimitPolicy,
  'token-load-scorer': {
    roles: ['scorer'],
    parameters: object({ queueThresholdTokens: integer() }),
    consumes: ['InFlightLoad'],
  },
  'utilization-detector': {
    roles: ['filter', 'saturation detector'],
    parameters: object({
      queueDepthThreshold: integer(above(0)),
      kvCacheUtilThreshold: number({ expected: 'above 0 and at most 1', holds: (value) => value > 0 && value <= 1 }),
      metricsStalenessThreshold: duration(above(0)),
      headroom: number(atLeast(0)),
    }),
  },
  'vllmgrpc-parser': plain('parser'),
  'weighted-random-picker': picker,
} satisfies PluginTypes;
