import { commandLineOf, type VllmCommandLine } from './vllm-command-line';
import { REMOVED_FLAGS } from './vllm-removed-flags';
import { isVllmSince } from './vllm-version';

/**
 * Versions of vLLM that this library knows, newest first: the newest patch of each minor version. The tables of their
 * arguments are in `imports/vllm/arguments.json`, which scripts/vllm-arguments/introspect.py writes.
 */
export const VLLM_VERSIONS = [
  '0.33.0',
  '0.32.0',
  '0.31.0',
  '0.30.0',
  '0.29.0',
  '0.28.0',
  '0.27.1',
  '0.26.0',
  '0.25.1',
  '0.24.0',
  '0.23.0',
  '0.22.1',
  '0.21.0',
  '0.20.2',
  '0.19.1',
  '0.18.1',
  '0.17.1',
  '0.16.0',
  '0.15.1',
  '0.14.1',
  '0.13.0',
  '0.12.0',
  '0.11.2',
  '0.10.2',
] as const;

/** `VLLM` is a record of these: a version that lacks a row does not compile. */
export type VllmVersion = (typeof VLLM_VERSIONS)[number];

/** What one version of vLLM is. */
export interface VllmData {
  readonly version: VllmVersion;
  /**
   * How the row was confirmed: `run`, by serving with the version; `parser`, by running its argument parser and reading
   * the source of the rest. The table of arguments is that of the real parser in both cases.
   */
  readonly confirmed: 'run' | 'parser';
  readonly images: VllmImages;
  readonly commandLine: VllmCommandLine;
  /** Undefined where `vllm serve` has no `--shutdown-timeout`: it ends its requests at SIGTERM. */
  readonly shutdown?: VllmShutdown;
  /** Options that were removed from vLLM, with what to write now. */
  readonly removedFlags: { readonly [flag: string]: string };
  readonly metrics: VllmMetrics;
}

/** Images by what they run on; undefined where upstream publishes none that is known here. */
export interface VllmImages {
  readonly cuda: string;
  readonly cpu?: string;
  readonly rocm?: string;
  readonly xpu?: string;
  readonly tpu?: string;
}

/** How vLLM ends with `--shutdown-timeout`. */
export interface VllmShutdown {
  /** Seconds from the last request to the end of the process, at the most, as measured with 0.32.0. */
  readonly endsWithinSeconds: number;
  /** Seconds that a grace period must leave after preStop and `--shutdown-timeout`: the end, and the kubelet's work. */
  readonly leastSlackSeconds: number;
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

/**
 * The same from 0.10 to 0.33: vllm/v1/metrics/loggers.py. `vllm:gpu_cache_usage_perc`, the name of `kvCacheUsage` before
 * 0.9, was still there in 0.10, only with `--show-hidden-metrics-for-version` in 0.11, and is gone in 0.12.
 */
const METRICS: VllmMetrics = {
  requestsWaiting: 'vllm:num_requests_waiting',
  requestsRunning: 'vllm:num_requests_running',
  kvCacheUsage: 'vllm:kv_cache_usage_perc',
  loraInfo: 'vllm:lora_requests_info',
  cacheConfig: 'vllm:cache_config_info',
  requestSuccess: 'vllm:request_success_total',
};

const SHUTDOWN: VllmShutdown = { endsWithinSeconds: 6, leastSlackSeconds: 10 };

/**
 * The data of a version. The image for CUDA has a tag for each version; those for others came later. Their first tags are
 * the first that public repositories use. Gaudi has no image: upstream's plugin for it is installed from source.
 */
function row(version: VllmVersion, { tpu, confirmed = 'parser' }: Partial<RowOptions> = {}): VllmData {
  const since = (minor: string, image: string) => (isVllmSince(version, minor) ? `${image}:v${version}` : undefined);
  return {
    version,
    confirmed,
    images: {
      cuda: `vllm/vllm-openai:v${version}`,
      cpu: since('0.16', 'vllm/vllm-openai-cpu'),
      rocm: since('0.14', 'vllm/vllm-openai-rocm'),
      xpu: since('0.26', 'vllm/vllm-openai-xpu'),
      tpu: tpu === undefined ? undefined : `vllm/vllm-tpu:v${tpu}`,
    },
    commandLine: commandLineOf(version),
    shutdown: isVllmSince(version, '0.18') ? SHUTDOWN : undefined,
    removedFlags: REMOVED_FLAGS,
    metrics: METRICS,
  };
}

interface RowOptions {
  readonly confirmed: VllmData['confirmed'];
  /** The tag of the image for TPUs, which is released on its own: the versions of the package `vllm-tpu`. */
  readonly tpu: string;
}

export const VLLM: { readonly [version in VllmVersion]: VllmData } = {
  // No package for TPUs yet.
  '0.33.0': row('0.33.0'),
  '0.32.0': row('0.32.0', { confirmed: 'run', tpu: '0.32.0' }),
  '0.31.0': row('0.31.0', { tpu: '0.31.0' }),
  '0.30.0': row('0.30.0', { tpu: '0.30.0' }),
  '0.29.0': row('0.29.0', { tpu: '0.29.0' }),
  '0.28.0': row('0.28.0', { tpu: '0.28.0' }),
  '0.27.1': row('0.27.1', { tpu: '0.27.0' }),
  '0.26.0': row('0.26.0', { tpu: '0.26.0' }),
  '0.25.1': row('0.25.1', { tpu: '0.25.0' }),
  '0.24.0': row('0.24.0', { tpu: '0.24.0' }),
  '0.23.0': row('0.23.0', { tpu: '0.23.0' }),
  '0.22.1': row('0.22.1', { tpu: '0.22.0' }),
  '0.21.0': row('0.21.0', { tpu: '0.21.0' }),
  '0.20.2': row('0.20.2', { tpu: '0.20.0' }),
  '0.19.1': row('0.19.1', { tpu: '0.19.0' }),
  '0.18.1': row('0.18.1', { tpu: '0.18.0' }),
  '0.17.1': row('0.17.1'),
  '0.16.0': row('0.16.0'),
  '0.15.1': row('0.15.1'),
  '0.14.1': row('0.14.1'),
  '0.13.0': row('0.13.0'),
  '0.12.0': row('0.12.0'),
  '0.11.2': row('0.11.2', { tpu: '0.11.1' }),
  '0.10.2': row('0.10.2'),
};

/** A version with everything that constructs need. */
export interface CompleteVllmData extends VllmData {
  readonly images: VllmImages & { readonly cpu: string };
  readonly shutdown: VllmShutdown;
}

/** The version that constructs use by default: the newest that served here. */
export const DEFAULT_VLLM = VLLM['0.32.0'] as CompleteVllmData;
