/*
 * How a proxy treats its connections to model servers. docs/fault-tolerance.md has the arithmetic.
 */

/**
 * After so many idle seconds a proxy closes a connection to a pod. vLLM does after 5 (VLLM_HTTP_TIMEOUT_KEEP_ALIVE), and
 * a request that is sent in the same moment would be lost.
 */
export const UPSTREAM_IDLE_SECONDS = 4;

/**
 * When a proxy asks a pod once more: only where the pod cannot have begun to work. A completion that has begun is not
 * repeated, since it costs and may be billed.
 */
export const RETRY_ON = ['connect-failure', 'refused-stream', 'reset-before-request'] as const;
export const RETRIES = 2;
