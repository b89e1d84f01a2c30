import type { ReleaseData } from './data';

/** The endpoint picker of the Gateway API Inference Extension (GAIE), the one of the six guides' time. */
function gaie(version: string): ReleaseData {
  return {
    id: `gaie-${version}`,
    endpointPickerImage: `registry.k8s.io/gateway-api-inference-extension/epp:${version}`,
    modelApi: { group: 'inference.networking.x-k8s.io', version: 'v1alpha2' },
    watchedModelGroups: ['inference.networking.x-k8s.io'],
    configApiVersion: 'inference.networking.x-k8s.io/v1alpha1',
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
}

/** Source: kubernetes-sigs/gateway-api-inference-extension v1.4.0: cmd/epp, config/charts. */
export const gaieV140 = gaie('v1.4.0');

/** Source: the same at v1.5.0, the last release that ships the full endpoint picker. */
export const gaieV150 = gaie('v1.5.0');
