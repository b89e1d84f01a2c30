import {
  any,
  atLeast,
  atMost,
  between,
  boolean,
  integer,
  list,
  number,
  object,
  oneOf,
  string,
  type StringShape,
} from '../../shape';
import type { PluginTypes, ParameterViolation, PluginType } from '../../plugins/plugin-type';
import { picker, plain } from '../../plugins/shared';
import { preciseParameters } from './data';

const LABEL_SELECTOR = object({ matchLabels: any, matchExpressions: any });
const WRITE_SELECTOR = 'use label-selector-filter';

/** Parameters of the filter and of the scorer that keep a session on one endpoint. */
const sessionAffinity = object({
  strategy: string(oneOf('encoded_endpoint_header', 'session_id', '')),
  encodedEndpointHeaderConfig: object({ header: string() }),
  sessionIdConfig: object({
    sources: list(object({ header: string(), attribute: any })),
    evictionTtlSeconds: number(),
    evictionSweepSeconds: number(),
  }),
  profileName: string(),
});

const topologyAffinity = object({
  minAffinity: string(oneOf('host', 'rack', 'zone', 'region', '')),
  topologyProducerName: string(),
});

const alpha = (type: PluginType) => ({ ...type, alpha: true }) satisfies PluginType;

export const filters = {
  'by-label': {
    roles: ['filter'],
    parameters: object({ label: string(), validValues: list(string()), allowsNoLabel: boolean }),
    deprecated: WRITE_SELECTOR,
  },
  'by-label-selector': { roles: ['filter'], parameters: LABEL_SELECTOR, deprecated: WRITE_SELECTOR },
  'decode-filter': plain('filter'),
  'encode-filter': plain('filter'),
  'endpoint-attribute-filter': {
    roles: ['filter'],
    alpha: true,
    parameters: object(
      {
        attribute: string(),
        onMissing: string(oneOf('Pass', 'Fail', '')),
        fallbackOnEmpty: boolean,
        algorithm: object({
          type: string(),
          threshold: object({
            operator: string(
              oneOf('LessThan', 'LessThanOrEqual', 'GreaterThan', 'GreaterThanOrEqual', 'Equal', 'NotEqual'),
            ),
            value: number(),
          }),
        }),
      },
      { required: ['attribute'] },
    ),
  },
  'header-based-testing-filter': plain('filter'),
  'label-selector-filter': { roles: ['filter'], parameters: LABEL_SELECTOR },
  'multicluster-session-affinity-filter': { roles: ['filter'], alpha: true, parameters: object({}, { open: true }) },
  'prefill-filter': plain('filter'),
  'prefix-cache-affinity-filter': {
    roles: ['filter'],
    parameters: object(
      {
        affinityThreshold: number(atMost(1)),
        explorationProbability: number(between(0, 1)),
        maxTTFTPenaltyMs: number(atLeast(0)),
        ttftSource: string(oneOf('prefillThroughput', 'latencyPredictor', '')),
        peakPrefillThroughput: number(),
        prefixMatchInfoProducerName: string(),
        inFlightLoadProducerName: string(),
        latencyPredictionInfoProducerName: string(),
      },
      { open: true },
    ),
  },
  'session-affinity-filter': { roles: ['filter'], alpha: true, parameters: sessionAffinity },
  'slo-headroom-tier-filter': {
    roles: ['filter'],
    parameters: object({ epsilonExploreNeg: number(between(0, 1)) }, { open: true }),
  },
  'topology-affinity-filter': { roles: ['filter'], alpha: true, parameters: topologyAffinity },
  'utilization-filter': {
    roles: ['filter'],
    alpha: true,
    parameters: object(
      {
        conditions: list(
          object({
            metric: string(oneOf('active-requests', 'running-requests', 'waiting-queue', 'kv-cache-utilization')),
            maxValue: number(atLeast(0)),
          }),
          { expected: 'a list of at least one', holds: (items: unknown[]) => items.length > 0 },
        ),
        fallbackOnEmpty: boolean,
        inFlightLoadProducerName: string(),
      },
      { required: ['conditions'] },
    ),
  },
} satisfies PluginTypes;

export const scorers = {
  'active-request-scorer': {
    roles: ['scorer'],
    parameters: object({
      idleThreshold: number(),
      maxBusyScore: number(),
      inFlightLoadProducerName: string(),
      requestTimeout: any,
    }),
    deprecatedParameters: { requestTimeout: 'take it away: it does nothing' },
  },
  'context-length-aware': {
    roles: ['filter', 'scorer'],
    parameters: object({ label: string(), enableFiltering: boolean }, { open: true }),
  },
  'endpoint-attribute-scorer': {
    roles: ['scorer'],
    alpha: true,
    needsParameters: true,
    parameters: object(
      {
        attributeKey: string(),
        algorithm: object({
          type: string(oneOf('linear_lower_is_better', 'linear_higher_is_better')),
          normalization: any,
        }),
      },
      { open: true },
    ),
  },
  'header-label-affinity-scorer': {
    roles: ['scorer'],
    alpha: true,
    parameters: object({ headerName: string(), labelKey: string() }, { required: ['labelKey'] }),
  },
  'kv-cache-utilization-scorer': plain('scorer'),
  'latency-scorer': {
    roles: ['scorer'],
    parameters: object(
      {
        ttftWeight: number(),
        tpotWeight: number(),
        headroomSelectionStrategy: string(),
        compositeKVWeight: number(),
        compositeQueueWeight: number(),
        compositePrefixWeight: number(),
      },
      // Names of producers beside these.
      { open: true },
    ),
  },
  'load-aware-scorer': { roles: ['scorer'], parameters: object({ threshold: number() }) },
  'lora-affinity-scorer': plain('scorer'),
  'mm-embeddings-cache-scorer': { roles: ['scorer'], parameters: object({ producerName: string() }) },
  'multicluster-kv-cache-utilization-scorer': alpha(plain('scorer')),
  'multicluster-prefix-cache-scorer': { roles: ['scorer'], alpha: true, parameters: object({}, { open: true }) },
  'multicluster-queue-scorer': alpha(plain('scorer')),
  'no-hit-lru-scorer': {
    roles: ['scorer'],
    parameters: object({ lruSize: integer(), prefixMatchInfoProducerName: string() }),
  },
  'precise-prefix-cache-scorer': {
    roles: ['scorer', 'extractor'],
    sourceTypes: ['endpoint-notification-source'],
    parameters: preciseParameters,
    deprecated: 'use precise-prefix-cache-producer and prefix-cache-scorer',
  },
  'prefix-cache-scorer': {
    roles: ['scorer'],
    parameters: object({
      prefixMatchInfoProducerName: string(),
      matchLengthWeight: number(between(0, 1)),
      matchLengthScaleTokens: number(),
    }),
  },
  'queue-scorer': plain('scorer'),
  'running-requests-size-scorer': plain('scorer'),
  'session-affinity-scorer': { roles: ['scorer'], alpha: true, parameters: sessionAffinity },
  'token-load-scorer': {
    roles: ['scorer'],
    parameters: object({ queueThresholdTokens: integer(), inFlightLoadProducerName: string() }),
  },
  'topology-affinity-scorer': { roles: ['scorer'], alpha: true, parameters: topologyAffinity },
} satisfies PluginTypes;

export const pickers = {
  'max-score-picker': picker,
  'random-picker': picker,
  'weighted-random-picker': picker,
} satisfies PluginTypes;

const WRITE_DISAGG = 'use disagg-profile-handler';
const stages = object({ decode: string(), prefill: string(), encode: string() });

/** The parameters of older releases, which did not group them. */
const FLAT = {
  decodeProfile: 'write profiles.decode',
  prefillProfile: 'write profiles.prefill',
  encodeProfile: 'write profiles.encode',
  prefillDeciderPluginName: 'write deciders.prefill',
  encodeDeciderPluginName: 'write deciders.encode',
  deciderPluginName: 'write deciders.prefill',
};
const flatFields = Object.fromEntries(Object.keys(FLAT).map((name) => [name, string()])) as {
  readonly [name in keyof typeof FLAT]: StringShape;
};

export const handlers = {
  'always-disagg-multimodal-decider': plain('decider'),
  'always-disagg-pd-decider': plain('decider'),
  'data-parallel-profile-handler': { roles: ['profile handler'], parameters: object({ primaryPort: integer() }) },
  'disagg-headers-handler': {
    roles: ['request control'],
    parameters: object({ prefillProfile: string(), encodeProfile: string() }, { open: true }),
    deprecated: `${WRITE_DISAGG} alone: it sets the headers itself`,
  },
  'disagg-profile-handler': {
    roles: ['profile handler'],
    parameters: object({
      stageOrder: string(oneOf('decode-first', 'prefill-first', '')),
      profiles: stages,
      deciders: object({ prefill: string(), encode: string() }),
      ...flatFields,
    }),
    deprecatedParameters: FLAT,
    *check({ stageOrder, deciders = {} }): Iterable<ParameterViolation> {
      if (stageOrder === 'prefill-first' && deciders.prefill) {
        const message = 'a decider for prefill is there, and stageOrder prefill-first never asks it';
        yield { at: ['deciders', 'prefill'], message, remedy: 'take it away, or write stageOrder decode-first' };
      }
    },
  },
  'header-profile-handler': {
    roles: ['profile handler'],
    alpha: true,
    parameters: object({ headerName: string(), defaultProfile: string() }),
  },
  'pd-profile-handler': {
    roles: ['profile handler'],
    parameters: object({ ...flatFields, primaryPort: integer() }, { open: true }),
    deprecated: WRITE_DISAGG,
  },
  'prefill-header-handler': {
    roles: ['request control'],
    parameters: object({ prefillProfile: string(), encodeProfile: string() }, { open: true }),
    deprecated: `${WRITE_DISAGG} alone: it sets the headers itself`,
  },
  'prefix-based-pd-decider': {
    roles: ['decider'],
    parameters: object({ nonCachedTokens: integer(), promptTokens: integer() }, { open: true }),
  },
  'single-profile-handler': plain('profile handler'),
} satisfies PluginTypes;
