/* API groups of llm-d's kinds. Each name stands here only; `imports/` has the definitions. */

/** InferencePool, since Gateway API Inference Extension v1.0. */
export const POOL_GROUP = 'inference.networking.k8s.io';

/** `apiVersion` of an InferencePool. */
export const POOL_API_VERSION = `${POOL_GROUP}/v1` as const;

/** Rewrites and objectives up to GAIE v1.5.0; InferencePool, before it moved to `POOL_GROUP`. */
export const EXPERIMENTAL_GROUP = 'inference.networking.x-k8s.io';

/** Rewrites and objectives since llm-d-router. */
export const LLM_D_GROUP = 'llm-d.ai';

/** Kinds of agentgateway's own. */
export const AGENTGATEWAY_GROUP = 'agentgateway.dev';
export const AGENTGATEWAY_API_VERSION = `${AGENTGATEWAY_GROUP}/v1alpha1` as const;

/** Kinds of Envoy Gateway's own. */
export const ENVOY_GATEWAY_GROUP = 'gateway.envoyproxy.io';
export const ENVOY_GATEWAY_API_VERSION = `${ENVOY_GATEWAY_GROUP}/v1alpha1` as const;
