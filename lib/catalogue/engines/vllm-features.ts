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
