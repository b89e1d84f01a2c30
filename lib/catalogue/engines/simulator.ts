import type { GoType } from '../../text/command-line/go-values';
import type { FlagSpec, FlagSpecs } from '../../text/command-line/pflag';
import { before } from '../../text/parts';

/** Versions of llm-d-inference-sim that this library knows, newest first. */
export const SIMULATOR_VERSIONS = ['0.11.4', '0.11.2', '0.11.0', '0.10.2'] as const;

/** `SIMULATORS` is a record of these: a version that lacks a row does not compile. */
export type SimulatorVersion = (typeof SIMULATOR_VERSIONS)[number];

/** What one version of the simulator is. */
export interface SimulatorData {
  readonly version: SimulatorVersion;
  /**
   * How the row was confirmed: by running the version, or by documentation. Only of a version that was run are all
   * flags known.
   */
  readonly confirmed: 'run' | 'docs';
  readonly image: string;
  readonly flags: FlagSpecs;
  /** The least that `--max-waiting-queue-length` may be. */
  readonly leastWaitingQueueLength: number;
}

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

/** Flags that came after 0.10.2. Source: docs/configuration.md and pkg/common/parser.go of the main branch in August and September 2026. */
const LATER_NAMES: typeof NAMES = {
  bool: 'skip-tool-validation strict',
  int: 'kv-events-replay-queue-size tensor-parallel-size tool-call-extra-call-probability',
  string: 'kv-cache-dtype kv-events-replay-endpoint',
};

function flagsOf(...tables: readonly (typeof NAMES)[]): FlagSpecs {
  const typed = tables.flatMap((names) => Object.entries(names));
  return new Map(
    typed.flatMap(([type, names]) =>
      names.split(/\s+/).map((name): [string, FlagSpec] => [name, { type: type as GoType, ...MORE[name] }]),
    ),
  );
}

const FLAGS = flagsOf(NAMES);
const LATER_FLAGS = flagsOf(NAMES, LATER_NAMES);

export const SIMULATORS: { readonly [version in SimulatorVersion]: SimulatorData } = {
  '0.11.4': later('0.11.4'),
  '0.11.2': later('0.11.2'),
  '0.11.0': later('0.11.0'),
  // The flags are those of its `--help`.
  '0.10.2': {
    version: '0.10.2',
    confirmed: 'run',
    image: simulatorImage('0.10.2'),
    flags: FLAGS,
    leastWaitingQueueLength: 1,
  },
};

function later(version: SimulatorVersion): SimulatorData {
  return {
    version,
    confirmed: 'docs',
    image: simulatorImage(version),
    flags: LATER_FLAGS,
    leastWaitingQueueLength: 0,
  };
}

/** The image of a version, known or not. */
export function simulatorImage(version: string): string {
  return `ghcr.io/llm-d/llm-d-inference-sim:v${version}`;
}

/** The version that an image's tag names; undefined for any other image. */
export function simulatorOfImage(image: string): SimulatorData | undefined {
  const version = SIMULATOR_VERSIONS.find((known) => before(image, '@').endsWith(`:v${known}`));
  return version && SIMULATORS[version];
}

/** The version that constructs use by default: the newest one that was run. */
export const DEFAULT_SIMULATOR: SimulatorData = SIMULATORS['0.10.2'];
