import { EXPERIMENTAL_GROUP } from '../../api-groups';
import type { ConfigData, ReleaseData } from '../release-data';

/* What the releases of the endpoint picker of Gateway API Inference Extension (GAIE) have in common. */

export const gaieImage = (version: string) => `registry.k8s.io/gateway-api-inference-extension/epp:${version}`;

export const gaieConfig: Omit<ConfigData, 'schema' | 'gates'> = {
  apiVersions: [`${EXPERIMENTAL_GROUP}/v1alpha1`],
  gatesHaveValues: false,
  strictParameters: false,
};

export const gaieCommon: Pick<ReleaseData, 'modelApi' | 'watchedModelGroups' | 'worksWithoutPool' | 'metrics'> = {
  modelApi: { group: EXPERIMENTAL_GROUP, version: 'v1alpha2' },
  watchedModelGroups: [EXPERIMENTAL_GROUP],
  // Without one they end with "name must not be empty" (kubernetes-sigs/gateway-api-inference-extension#2858).
  worksWithoutPool: false,
  metrics: {
    readyEndpoints: 'inference_pool_ready_pods',
    rewriteDecisions: 'inference_extension_model_rewrite_decisions_total',
    requests: 'inference_objective_request_total',
    promised: [
      'inference_objective_request_total',
      'inference_objective_request_duration_seconds',
      'inference_objective_request_sizes',
      'inference_objective_response_sizes',
      'inference_objective_running_requests',
      'inference_pool_average_kv_cache_utilization',
      'inference_pool_average_queue_size',
      'inference_pool_ready_pods',
      'inference_pool_per_pod_queue_size',
      'inference_extension_scheduler_e2e_duration_seconds',
      'inference_extension_scheduler_attempts_total',
      'inference_extension_plugin_duration_seconds',
      'inference_extension_info',
    ],
  },
};
