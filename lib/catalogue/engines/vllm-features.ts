/**
 * The first minor versions of vLLM that have what this library writes; the oldest known version has everything else.
 * Source: the argument parsers of the versions, which imports/vllm/arguments.json holds too.
 */
export const VLLM_SINCE = {
  shutdownTimeout: '0.18',
  disableAccessLogForEndpoints: '0.16',
  dataParallelMultiPortExternalLb: '0.22',
  enableScaleOut: '0.30',
  /** `--nnodes`: one replica on several nodes without Ray. */
  nnodes: '0.11',
  /** `--disable-prefix-caching`, where earlier versions have `--no-enable-prefix-caching`. */
  disablingFlags: '0.33',
} as const;

/** Something that a version of vLLM has or has not. */
export type VllmFeature = keyof typeof VLLM_SINCE;

/** Port of the process that watches the data-parallel ranks of a pod, unless `--data-parallel-supervisor-port` says another. */
export const VLLM_SUPERVISOR_PORT = 9256;

/** What `--max-lora-rank` can be. 1 is left out: vLLM has it from 0.14 on only. Source: vllm/config/lora.py. */
export const VLLM_LORA_RANKS = [8, 16, 32, 64, 128, 256, 320, 512];

/** What `--max-lora-rank` is without the flag. */
export const VLLM_DEFAULT_LORA_RANK = 16;
