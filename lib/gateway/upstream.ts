/*
 * Settings of a proxy's connections to model servers. docs/fault-tolerance.md has the arithmetic.
 */

/**
 * Idle seconds after which a proxy closes a connection to a pod. vLLM closes it after 5 (VLLM_HTTP_TIMEOUT_KEEP_ALIVE),
 * and a request that is sent in the same moment would be lost.
 */
export const UPSTREAM_IDLE_SECONDS = 4;

/**
 * Failures after which a proxy repeats a request: those where the pod cannot have begun to work on it. A completion that
 * has begun is not repeated, since it costs and may be billed.
 */
export const RETRY_ON = ['connect-failure', 'refused-stream', 'reset-before-request'] as const;
export const RETRIES = 2;
