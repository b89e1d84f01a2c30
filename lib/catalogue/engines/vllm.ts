import { REMOVED_FLAGS } from './vllm-removed-flags';

/**
 * Versions of vLLM that this library knows, newest first. Each has a table of its arguments in `imports/vllm`, which
 * scripts/vllm-arguments/introspect.py writes.
 */
export const VLLM_VERSIONS = ['0.32.0'] as const;

/** `VLLM` is a record of these: a version that lacks a row does not compile. */
export type VllmVersion = (typeof VLLM_VERSIONS)[number];

/** What one version of vLLM is. */
export interface VllmData {
  readonly version: VllmVersion;
  /** How the row was confirmed: by running the version, by reading its source, by its documentation. */
  readonly confirmed: 'run' | 'source' | 'docs';
  /** Images by what they run on. */
  readonly images: { readonly cpu: string };
  readonly shutdown: {
    /** Seconds from the last request to the end of the process, at the most, as measured. */
    readonly endsWithinSeconds: number;
    /** Seconds that a grace period must leave after preStop and `--shutdown-timeout`: the end, and the kubelet's work. */
    readonly leastSlackSeconds: number;
  };
  /** Options that earlier versions had, with what to write now. */
  readonly removedFlags: { readonly [flag: string]: string };
  readonly metrics: VllmMetrics;
}

/** Names of vLLM's metrics. */
export interface VllmMetrics {
  /** Gauges. */
  readonly requestsWaiting: string;
  readonly requestsRunning: string;
  readonly kvCacheUsage: string;
  /** Gauges whose labels carry the information. */
  readonly loraInfo: string;
  readonly cacheConfig: string;
  /** Counter of finished requests. */
  readonly requestSuccess: string;
}

export const VLLM: { readonly [version in VllmVersion]: VllmData } = {
  '0.32.0': {
    version: '0.32.0',
    confirmed: 'run',
    images: { cpu: 'vllm/vllm-openai-cpu:v0.32.0' },
    shutdown: { endsWithinSeconds: 6, leastSlackSeconds: 10 },
    removedFlags: REMOVED_FLAGS,
    metrics: {
      requestsWaiting: 'vllm:num_requests_waiting',
      requestsRunning: 'vllm:num_requests_running',
      kvCacheUsage: 'vllm:kv_cache_usage_perc',
      loraInfo: 'vllm:lora_requests_info',
      cacheConfig: 'vllm:cache_config_info',
      requestSuccess: 'vllm:request_success_total',
    },
  },
};

/** The version that constructs use by default, and that command lines are checked against. */
export const DEFAULT_VLLM: VllmData = VLLM[VLLM_VERSIONS[0]];
