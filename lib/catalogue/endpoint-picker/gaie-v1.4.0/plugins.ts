import { boolean, integer, object } from '../shape';
import { ENGINE_FIELDS, metricsExtractor } from '../plugins/engines';
import type { PluginTypes } from '../plugins/plugin-type';
import {
  blockSizeViolations,
  k8sNotificationSource,
  metricsDataSource,
  picker,
  plain,
  predictedLatencyScorerFields,
  requestAttributeReporter,
} from '../plugins/shared';

/**
 * The plugin types of kubernetes-sigs/gateway-api-inference-extension v1.4.0: cmd/epp/runner/runner.go
 * registerInTreePlugins, and the factory of each. None of them refuses a parameter that it does not know.
 */
export const plugins = {
  'destination-endpoint-served-verifier': plain('request control'),
  'edf-ordering-policy': plain('ordering policy'),
  'fcfs-ordering-policy': plain('ordering policy'),
  'global-strict-fairness-policy': plain('fairness policy'),
  'header-based-testing-filter': plain('filter'),
  'k8s-notification-source': k8sNotificationSource,
  'kv-cache-utilization-scorer': plain('scorer'),
  'lora-affinity-scorer': plain('scorer'),
  'max-score-picker': picker,
  'metrics-data-source': metricsDataSource,
  'model-server-protocol-metrics': metricsExtractor(ENGINE_FIELDS, ['vllm', 'sglang']),
  'predicted-latency-scorer': { roles: ['scorer'], parameters: object(predictedLatencyScorerFields) },
  'prefix-cache-scorer': {
    roles: ['scorer'],
    parameters: object({
      autoTune: boolean,
      blockSizeTokens: integer(),
      blockSize: integer(),
      maxPrefixBlocksToMatch: integer(),
      lruCapacityPerServer: integer(),
    }),
    check: blockSizeViolations,
  },
  'queue-scorer': plain('scorer'),
  'random-picker': picker,
  'request-attribute-reporter': requestAttributeReporter,
  'round-robin-fairness-policy': plain('fairness policy'),
  'running-requests-size-scorer': plain('scorer'),
  'single-profile-handler': plain('profile handler'),
  'weighted-random-picker': picker,
} satisfies PluginTypes;
