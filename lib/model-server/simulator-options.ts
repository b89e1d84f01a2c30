import type { Duration } from 'cdk8s';
import { refuse } from '../errors';
import { type Check, type Checks, type Where } from '../options/check';
import { boolean, listOf, member, numberLike, text, textLike, whole } from '../options/checks';
import { show } from '../text/wording';
import { fakeMetrics } from './simulator-fake-metrics';
import { LATENCY_CHECKS, type SimulatorLatencyOptions, checkDeviations, goDuration } from './simulator-latency';
import { PERCENT, type SimulatorToolCallOptions, TOOL_CALL_CHECKS, checkToolCallLimits } from './simulator-tool-calls';

/** What the simulator answers: `--mode`. */
export enum SimulatorMode {
  /** The request's own text. */
  ECHO = 'echo',
  /** Sentences at random. */
  RANDOM = 'random',
}

/** Failures that the simulator can answer with: `--failure-types`. */
export enum SimulatorFailure {
  /** Status 429: too many requests. */
  RATE_LIMIT = 'rate_limit',
  /** Status 401: a wrong API key. */
  INVALID_API_KEY = 'invalid_api_key',
  /** Status 400: the prompt is longer than the context. */
  CONTEXT_LENGTH = 'context_length',
  /** Status 503: the server cannot answer. */
  SERVER_ERROR = 'server_error',
  /** Status 400: a malformed request. */
  INVALID_REQUEST = 'invalid_request',
  /** Status 404: a model that is not served. */
  MODEL_NOT_FOUND = 'model_not_found',
}

/** Options of `Engine.simulator`. Arguments of the simulator have its names. */
export interface SimulatorOptions extends SimulatorLatencyOptions, SimulatorToolCallOptions {
  /**
   * Image of llm-d-inference-sim, with a version tag. Floating tags are refused.
   * @default ghcr.io/llm-d/llm-d-inference-sim:v0.10.2
   */
  readonly image?: string;
  /**
   * Version of the simulator, without `v`: it decides the image, and which flags there are. Give it with an image whose
   * tag does not say it.
   * @default - what the image's tag says
   */
  readonly version?: string;
  /**
   * What it answers.
   * @default SimulatorMode.RANDOM
   */
  readonly mode?: SimulatorMode;
  /**
   * Seed of everything that is random, so that runs are alike.
   * @default - the time of the start
   */
  readonly seed?: number;
  /**
   * How long it says after its start that it is not ready, as an engine that loads a model.
   * @default - ready at once
   */
  readonly startupDuration?: Duration;
  /**
   * Longest context in tokens.
   * @default 1024
   */
  readonly maxModelLen?: number;
  /**
   * Most requests that run at the same time; more wait.
   * @default 5
   */
  readonly maxNumSeqs?: number;
  /**
   * Most requests that wait; more are refused with 429. 0 needs a version after v0.10.2.
   * @default 1000
   */
  readonly maxWaitingQueueLength?: number;
  /**
   * Largest body of a request in MB, 1 to 512.
   * @default 4
   */
  readonly maxRequestBodySizeMb?: number;
  /**
   * Share of requests that fail, in percent.
   * @default 0
   */
  readonly failureInjectionRate?: number;
  /**
   * How they fail.
   * @default - in all ways
   */
  readonly failureTypes?: SimulatorFailure[];
  /**
   * Whether there is a KV cache: prefixes are found again, and metrics and events tell of it.
   * @default false
   */
  readonly enableKvcache?: boolean;
  /**
   * Blocks of the KV cache.
   * @default 1024
   */
  readonly kvCacheSize?: number;
  /**
   * Tokens of a block: 8, 16, 32, 64 or 128. The endpoint picker must be told the same.
   * @default 16
   */
  readonly blockSize?: number;
  /**
   * Seed of the blocks' hashes, which all pods of a pool must share.
   * @default - none
   */
  readonly hashSeed?: string;
  /**
   * Least share of the prompt, 0 to 1, that must be cached; other requests end at once with `cache_threshold`.
   * @default 0
   */
  readonly globalCacheHitThreshold?: number;
  /**
   * Address that KV events are sent to, for example `tcp://opt-epp:5557`. The simulator connects to it, and the receiver
   * listens; with data-parallel ranks, each rank takes the next port. It needs `enableKvcache`.
   * @default - no events are sent
   */
  readonly zmqEndpoint?: string;
  /**
   * Most KV events in one message.
   * @default 16
   */
  readonly eventBatchSize?: number;
  /**
   * Whether KV events are maps with named fields, as newer versions of vLLM send them.
   * @default false
   */
  readonly useVllmMapEventFormat?: boolean;
  /**
   * Address at which KV events can be asked for again, for example `tcp://*:5558`. Not in v0.10.2.
   * @default - none
   */
  readonly kvEventsReplayEndpoint?: string;
  /**
   * Most LoRA adapters in one batch. The adapters themselves are the model server's.
   * @default 1
   */
  readonly maxLoras?: number;
  /**
   * Most LoRA adapters in memory, `maxLoras` or more.
   * @default - maxLoras
   */
  readonly maxCpuLoras?: number;
  /**
   * Metrics that are reported instead of the real ones, with the simulator's names, for example
   * `{ 'waiting-requests': 30, 'kv-cache-usage': 'ramp:0:0.9:1m' }`.
   * @default - the real ones
   */
  readonly fakeMetrics?: { readonly [metric: string]: any };
  /**
   * How often fake metrics that change are computed.
   * @default Duration.millis(100)
   */
  readonly fakeMetricsRefreshInterval?: Duration;
  /**
   * URL of a vLLM render service, which splits prompts into the model's real tokens. The simulator then asks the
   * Hugging Face hub for the model when it starts.
   * @default - none: tokens are made up, and nothing is downloaded
   */
  readonly renderUrl?: string;
  /**
   * Whether answers have the header `X-Request-Id`.
   * @default false
   */
  readonly enableRequestIdHeaders?: boolean;
  /**
   * Whether requests and answers are logged, credentials in headers included.
   * @default false
   */
  readonly logHttp?: boolean;
  /**
   * Data-parallel ranks of a pod, 1 to 8: `--data-parallel-size`. Each has a port of its own, from the model server's
   * port on.
   * @default 1
   */
  readonly dataParallelSize?: number;
}

const ZMQ = textLike(/^tcp:\/\/[^\s:/]+:\d{1,5}$/, 'an address such as tcp://opt-epp:5557');
const BLOCK_SIZES = [8, 16, 32, 64, 128];

/** A version such as `0.11.4`. */
export const VERSION = textLike(/^\d+\.\d+\.\d[\w.-]*$/, 'a version such as 0.11.4, without v');

const positiveDuration: Check = (where, path, value) => {
  goDuration(where, path, value);
  if ((value as Duration).toMilliseconds({ integral: false }) === 0) {
    refuse(where, {
      code: 'LLMD-OPTION-RANGE',
      got: `${path} 0`,
      expected: 'a Duration above 0',
      remedy: `leave ${path} out, or pass a longer one`,
    });
  }
};

/** Also the order of the arguments. */
export const SIMULATOR_CHECKS: Checks<SimulatorOptions> = {
  image: text,
  version: VERSION,
  dataParallelSize: whole(1, 8),
  mode: member(SimulatorMode),
  seed: whole(0, Number.MAX_SAFE_INTEGER),
  startupDuration: goDuration,
  maxModelLen: whole(1),
  maxNumSeqs: whole(1),
  maxWaitingQueueLength: whole(0),
  maxRequestBodySizeMb: whole(1, 512),
  ...LATENCY_CHECKS,
  failureInjectionRate: PERCENT,
  failureTypes: listOf(member(SimulatorFailure)),
  enableKvcache: boolean,
  kvCacheSize: whole(0),
  blockSize: numberLike((value) => BLOCK_SIZES.includes(value), '8, 16, 32, 64 or 128'),
  hashSeed: text,
  globalCacheHitThreshold: numberLike((value) => value >= 0 && value <= 1, 'a number from 0 to 1'),
  zmqEndpoint: ZMQ,
  eventBatchSize: whole(1),
  useVllmMapEventFormat: boolean,
  kvEventsReplayEndpoint: ZMQ,
  maxLoras: whole(1),
  maxCpuLoras: whole(1),
  ...TOOL_CALL_CHECKS,
  fakeMetrics,
  fakeMetricsRefreshInterval: positiveDuration,
  renderUrl: textLike(/^https?:\/\/[^\s/]\S*$/, 'a URL such as http://localhost:8082'),
  enableRequestIdHeaders: boolean,
  logHttp: boolean,
};

/** Refuses options that do not fit together. */
export function checkTogether(where: Where, options: SimulatorOptions): void {
  checkDeviations(where, options);
  checkToolCallLimits(where, options);
  const { maxLoras = 1, maxCpuLoras = maxLoras } = options;
  if (maxCpuLoras < maxLoras) {
    refuse(where, {
      code: 'LLMD-SIMULATOR-LORAS',
      got: `maxCpuLoras ${maxCpuLoras} and maxLoras ${maxLoras}`,
      expected: 'maxCpuLoras to be maxLoras or more',
      remedy: 'raise maxCpuLoras, or leave it out',
    });
  }
  for (const option of ['zmqEndpoint', 'kvEventsReplayEndpoint'] as const) {
    if (options[option] !== undefined && options.enableKvcache !== true) {
      refuse(where, {
        code: 'LLMD-SIMULATOR-EVENTS',
        got: `${option} ${show(options[option])} without a KV cache`,
        expected: 'enableKvcache: true, since without it there are no events',
        remedy: `pass enableKvcache: true, or leave ${option} out`,
      });
    }
  }
}
