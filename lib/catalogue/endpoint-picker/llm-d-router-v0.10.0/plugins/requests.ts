import { above, any, atLeast, duration, integer, list, number, object, oneOf, string } from '../../shape';
import type { PluginTypes } from '../../plugins/plugin-type';
import { plain, requestAttributeReporter, staticUsageLimitPolicy } from '../../plugins/shared';

export const requestControl = {
  'agent-identity': {
    roles: ['request control'],
    alpha: true,
    parameters: object({ additionalSessionHeaders: list(string()) }),
  },
  'destination-endpoint-served-verifier': plain('request control'),
  'disaggregatedset-rollout-screener': {
    roles: ['request control'],
    alpha: true,
    parameters: object({ scope: any, headerSelectors: any, revisionGating: any }),
  },
  // One more parameter than facts: the name of a producer.
  'latency-slo-admitter': { roles: ['request control'], parameters: object({}, { open: true }) },
  'probabilistic-admitter': {
    roles: ['request control'],
    parameters: object({
      queueDepthThreshold: number(above(0)),
      kvCacheUtilThreshold: number(above(0)),
      power: number(above(0)),
      k: number(above(0)),
    }),
  },
  'request-attribute-reporter': requestAttributeReporter,
} satisfies PluginTypes;

export const flowControl = {
  'concurrency-detector': {
    roles: ['filter', 'saturation detector'],
    parameters: object({
      maxConcurrency: integer(above(0)),
      headroom: number(atLeast(0)),
      concurrencyMode: string(oneOf('requests', 'tokens', 'hybrid')),
      maxTokenConcurrency: integer(above(0)),
      inFlightLoadProducerName: string(),
    }),
  },
  'edf-ordering-policy': plain('ordering policy'),
  'fcfs-ordering-policy': plain('ordering policy'),
  'global-strict-fairness-policy': plain('fairness policy'),
  'priority-holdback-policy': {
    roles: ['usage limit policy'],
    alpha: true,
    parameters: object(
      {
        shape: string(),
        domain: string(oneOf('rank', 'value', '')),
        minCeiling: number({ expected: '0 or more and below 1', holds: (value) => value >= 0 && value < 1 }),
        maxCeiling: number(),
      },
      { required: ['minCeiling'] },
    ),
  },
  'priority-then-time-eviction-order-policy': { roles: ['eviction policy'], alpha: true },
  'program-aware-fairness': {
    roles: ['fairness policy'],
    parameters: object({
      strategy: string(),
      evictionTtlSeconds: number(),
      evictionSweepSeconds: number(),
      lasWeightService: number(),
      lasWeightHeadWait: number(),
      lasDecayFactor: number(),
      lasHalfLifeSeconds: number(),
    }),
  },
  'round-robin-fairness-policy': plain('fairness policy'),
  'sheddable-eviction-filter': { roles: ['eviction policy'], alpha: true },
  'slo-deadline-ordering-policy': plain('ordering policy'),
  'soft-reflective-ceiling-policy': { roles: ['usage limit policy'], alpha: true },
  'static-usage-limit-policy': staticUsageLimitPolicy,
  'utilization-detector': {
    roles: ['filter', 'saturation detector'],
    parameters: object({
      queueDepthThreshold: integer(above(0)),
      kvCacheUtilThreshold: number({ expected: 'above 0 and at most 1', holds: (value) => value > 0 && value <= 1 }),
      metricsStalenessThreshold: duration(above(0)),
      headroom: number(atLeast(0)),
    }),
  },
} satisfies PluginTypes;

export const parsers = {
  'anthropic-parser': plain('parser'),
  'openai-parser': plain('parser'),
  'passthrough-parser': plain('parser'),
  'vertexai-parser': plain('parser'),
  'vllmgrpc-parser': plain('parser'),
  'vllmhttp-parser': plain('parser'),
} satisfies PluginTypes;
