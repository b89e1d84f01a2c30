import type { GoType } from '../../text/command-line/go-values';
import type { FlagSpec, FlagSpecs } from '../../text/command-line/pflag';

/** The version of llm-d-inference-sim that this library knows. It was run here. */
export const SIMULATOR_VERSION = '0.10.2';

export const SIMULATOR_IMAGE = `ghcr.io/llm-d/llm-d-inference-sim:v${SIMULATOR_VERSION}`;

const NAMES: { readonly [type in GoType]?: string } = {
  bool: `add_dir_header alsologtostderr dataset-in-memory enable-kvcache enable-prefix-caching enable-request-id-headers
    enable-sleep-mode enforce-eager force-dummy-tokenizer legacy_stderr_threshold_behavior log-http logtostderr
    mm-encoder-only no-enable-prefix-caching no-enable-sleep-mode no-enforce-eager no-mm-encoder-only no-omni omni
    one_output self-signed-certs skip_headers skip_log_headers use-vllm-map-event-format`,
  int: `block-size data-parallel-rank data-parallel-size default-embedding-dimensions event-batch-size
    failure-injection-rate image-emission-rate kv-cache-size max-cpu-loras max-loras max-model-len max-num-seqs
    max-request-body-size-mb max-tool-call-array-param-length max-tool-call-integer-param max-waiting-queue-length
    min-tool-call-array-param-length min-tool-call-integer-param object-tool-call-not-required-field-probability port
    seed tool-call-not-required-param-probability v`,
  uint: 'log_file_max_size',
  float: 'global-cache-hit-threshold max-tool-call-number-param min-tool-call-number-param time-factor-under-load',
  duration: `fake-metrics-refresh-interval inter-token-latency inter-token-latency-std-dev kv-cache-transfer-latency
    kv-cache-transfer-latency-std-dev kv-cache-transfer-time-per-token kv-cache-transfer-time-std-dev mm-render-timeout
    prefill-overhead prefill-time-per-token prefill-time-std-dev render-timeout startup-duration time-to-first-token
    time-to-first-token-std-dev time-to-generate-image time-to-generate-image-std-dev`,
  string: `alsologtostderrthreshold config dataset-path dataset-table-name dataset-url ec-transfer-config hash-seed
    latency-calculator log_backtrace_at log_dir log_file mm-processor-kwargs mode model render-url ssl-certfile
    ssl-keyfile stderrthreshold vmodule zmq-endpoint`,
  strings: 'failure-types fake-metrics lora-modules served-model-name',
};

const MORE: { readonly [name: string]: Partial<FlagSpec> } = {
  v: { shorthand: 'v' },
};

/** The flags of the simulator. Source: its `--help`. */
export const SIMULATOR_FLAGS: FlagSpecs = new Map(
  Object.entries(NAMES).flatMap(([type, names]) =>
    names.split(/\s+/).map((name): [string, FlagSpec] => [name, { type: type as GoType, ...MORE[name] }]),
  ),
);
