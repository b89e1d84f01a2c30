import { EXPERIMENTAL_GROUP, LLM_D_GROUP } from '../../api-groups';
import type { ReleaseData } from '../release-data';
import { schema } from './config-schema';
import { flags } from './flags';
import { plugins } from './plugins';

/** Source: llm-d/llm-d-router v0.10.0: config/charts/routerlib, pkg/epp/server/options.go, docs/metrics.md. */
export const llmdRouterV0100: ReleaseData = {
  id: 'llm-d-router-v0.10.0',
  confirmed: 'source',
  image: 'ghcr.io/llm-d/llm-d-router-endpoint-picker:v0.10.0',
  modelApi: { group: LLM_D_GROUP, version: 'v1alpha2' },
  // It asks the API server which of the two groups is served, and watches the older one where llm-d.ai is missing.
  watchedModelGroups: [LLM_D_GROUP, EXPERIMENTAL_GROUP],
  worksWithoutPool: true,
  config: {
    apiVersions: [`${LLM_D_GROUP}/v1alpha1`, `${EXPERIMENTAL_GROUP}/v1alpha1`],
    schema,
    gates: { flowControl: false, haPopulateNonLeaderDatastore: true },
    gatesHaveValues: true,
    strictParameters: true,
  },
  flags: new Map(Object.entries(flags)),
  plugins,
  metrics: {
    readyEndpoints: 'llm_d_epp_ready_endpoints',
    rewriteDecisions: 'llm_d_epp_model_rewrite_decisions_total',
    requests: 'llm_d_epp_request_total',
    promised: [
      'llm_d_epp_request_total',
      'llm_d_epp_request_duration_seconds',
      'llm_d_epp_request_size_bytes',
      'llm_d_epp_response_size_bytes',
      'llm_d_epp_request_running',
      'llm_d_epp_average_kv_cache_utilization',
      'llm_d_epp_average_queue_size',
      'llm_d_epp_ready_endpoints',
      'llm_d_epp_per_endpoint_queue_size',
      'llm_d_epp_scheduler_e2e_duration_seconds',
      'llm_d_epp_scheduler_attempts_total',
      'llm_d_epp_plugin_duration_seconds',
      'llm_d_epp_info',
    ],
  },
};
