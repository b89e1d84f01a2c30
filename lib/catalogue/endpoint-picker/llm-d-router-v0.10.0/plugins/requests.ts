import { above, any, atLeast, duration, integer, list, number, object, oneOf, string } from '../../shape';
import type { Catalogue } from '../../plugins/plugin-type';
import { plain, requestAttributeReporter, staticUsageLimitPolicy } from '../../plugins/shared';

export const requestControl: Catalogue = {
  'agent-identity': {
    is: ['request control'],
    alpha: true,
    parameters: object({ additionalSessionHeaders: list(string()) }),
  },
  'destination-endpoint-served-verifier': plain('request control'),
  'disaggregatedset-rollout-screener': {
    is: ['request control'],
    alpha: true,
    parameters: object({ scope: any, headerSelectors: any, revisionGating: any }),
  },
  // One more parameter than facts: the name of a producer.
  'latency-slo-admitter': { is: ['request control'], parameters: object({}, { open: true }) },
  'probabilistic-admitter': {
    is: ['request control'],
    parameters: object({
      queueDepthThreshold: number(above(0)),
      kvCacheUtilThreshold: number(above(0)),
      power: number(above(0)),
      k: number(above(0)),
    }),
  },
  'request-attribute-reporter': requestAttributeReporter,
};

export const flowControl: Catalogue = {
  'concurrency-detector': {
    is: ['filter', 'saturation detector'],
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
    is: ['usage limit policy'],
    alpha: true,
    needsParameters: true,
    parameters: object(
      {
        shape: string(),
        domain: string(oneOf('rank', 'value', '')),
        minCeiling: number({ be: '0 or more and below 1', holds: (value) => value >= 0 && value < 1 }),
        maxCeiling: number(),
      },
      { required: ['minCeiling'] },
    ),
  },
  'priority-then-time-eviction-order-policy': { is: ['eviction policy'], alpha: true },
  'program-aware-fairness': {
    is: ['fairness policy'],
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
  'sheddable-eviction-filter': { is: ['eviction policy'], alpha: true },
  'slo-deadline-ordering-policy': plain('ordering policy'),
  'soft-reflective-ceiling-policy': { is: ['usage limit policy'], alpha: true },
  'static-usage-limit-policy': staticUsageLimitPolicy,
  'utilization-detector': {
    is: ['filter', 'saturation detector'],
    parameters: object({
      queueDepthThreshold: integer(above(0)),
      kvCacheUtilThreshold: number({ be: 'above 0 and at most 1', holds: (value) => value > 0 && value <= 1 }),
      metricsStalenessThreshold: duration(above(0)),
      headroom: number(atLeast(0)),
    }),
  },
};

export const parsers: Catalogue = Object.fromEntries(
  ['anthropic', 'openai', 'passthrough', 'vertexai', 'vllmgrpc', 'vllmhttp'].map((name) => [
    `${name}-parser`,
    plain('parser'),
  ]),
);
