import type { Size } from 'cdk8s';
import type { IPersistentVolumeClaim } from 'cdk8s-plus-28';
import type { Checks } from '../options/check';
import {
  boolean,
  fraction,
  having,
  member,
  numberLike,
  optionsOf,
  resource,
  size,
  text,
  whole,
} from '../options/checks';
import type { Accelerator } from './accelerator';
import { VERSION } from './simulator-options';
import { Dtype } from './vllm/vllm-enums';

/** Families of AMD's GPUs, for each of which SGLang has an image of its own. */
export enum RocmGpu {
  /** MI300X and MI325X. */
  MI30X = 'mi30x',
  /** MI350X and MI355X. */
  MI35X = 'mi35x',
}

/** KV events, which tell an endpoint picker what each pod has cached. */
export interface SglangKvEvents {
  /**
   * Port on which the pod publishes them. With attention data parallelism, each rank takes the next port.
   * @default 5556
   */
  readonly port?: number;
  /**
   * Port at which lost events can be asked for again.
   * @default - none
   */
  readonly replayPort?: number;
}

/** Options of `Engine.sglang`. Arguments of SGLang have SGLang's names. */
export interface SglangOptions {
  /** What SGLang computes on: GPUs of NVIDIA or AMD, or others with an image of your own. */
  readonly accelerator: Accelerator;
  /**
   * Image of SGLang, with a version tag. Floating tags are refused.
   * @default - lmsysorg/sglang of the version, for the accelerator
   */
  readonly image?: string;
  /**
   * Version of SGLang, without `v`: it decides the image, and which flags there are. Give it with an image whose tag does
   * not say it. Flags of a version that this library does not know are not checked.
   * @default - what the image's tag says, else 0.5.20
   */
  readonly version?: string;
  /**
   * Family of AMD's GPUs, which decides the image.
   * @default - what the product of the accelerator says, else RocmGpu.MI30X
   */
  readonly rocmGpu?: RocmGpu;
  /**
   * GPUs over which each layer is spread: `--tp-size`.
   * @default - all accelerators of the replica, divided by ppSize and dpSize
   */
  readonly tpSize?: number;
  /**
   * Stages into which the layers are divided: `--pp-size`.
   * @default 1
   */
  readonly ppSize?: number;
  /**
   * Copies of the model behind one port, each with its own GPUs: `--dp-size`. With `enableDpAttention` they share them.
   * @default 1
   */
  readonly dpSize?: number;
  /**
   * Whether only the attention is data parallel, and the copies share the GPUs: `--enable-dp-attention`.
   * @default false
   */
  readonly enableDpAttention?: boolean;
  /**
   * GPUs over which the experts of a mixture-of-experts model are spread: `--ep-size`.
   * @default 1
   */
  readonly epSize?: number;
  /**
   * Longest context in tokens: `--context-length`.
   * @default - the model's own
   */
  readonly contextLength?: number;
  /**
   * Fraction (0 to 1] of the accelerator's memory for weights and KV cache: `--mem-fraction-static`.
   * @default - SGLang's own, by accelerator and parallelism
   */
  readonly memFractionStatic?: number;
  /**
   * Numeric type of weights and activations: `--dtype`.
   * @default - SGLang's own, which is `auto`
   */
  readonly dtype?: Dtype;
  /**
   * Method of quantization, for example `fp8` or `awq`: `--quantization`.
   * @default - what the model's configuration says
   */
  readonly quantization?: string;
  /**
   * Type of the KV cache, for example `fp8_e4m3`: `--kv-cache-dtype`.
   * @default - the model's own
   */
  readonly kvCacheDtype?: string;
  /**
   * Tokens of a page of the KV cache: `--page-size`. The endpoint picker's block size must be the same.
   * @default - SGLang's own
   */
  readonly pageSize?: number;
  /**
   * Most requests that run at the same time: `--max-running-requests`.
   * @default - SGLang's own
   */
  readonly maxRunningRequests?: number;
  /**
   * Tokens of a part of a long prompt: `--chunked-prefill-size`; -1 for no parts.
   * @default - SGLang's own, by the accelerator's memory
   */
  readonly chunkedPrefillSize?: number;
  /**
   * Whether prefixes are not kept for later requests: `--disable-radix-cache`.
   * @default false
   */
  readonly disableRadixCache?: boolean;
  /**
   * Whether the host's memory extends the KV cache: `--enable-hierarchical-cache`.
   * @default false
   */
  readonly enableHierarchicalCache?: boolean;
  /**
   * Parser of tool calls, for example `qwen25`: `--tool-call-parser`.
   * @default - none: tool calls are not recognised
   */
  readonly toolCallParser?: string;
  /**
   * Parser of reasoning, for example `qwen3`: `--reasoning-parser`.
   * @default - none
   */
  readonly reasoningParser?: string;
  /**
   * Name or path of a chat template: `--chat-template`.
   * @default - the model's own
   */
  readonly chatTemplate?: string;
  /**
   * Method of speculative decoding, for example `EAGLE3`: `--speculative-algorithm`.
   * @default - none
   */
  readonly speculativeAlgorithm?: string;
  /**
   * Draft model, an id or a path: `--speculative-draft-model-path`.
   * @default - none
   */
  readonly speculativeDraftModelPath?: string;
  /**
   * Steps of the draft model: `--speculative-num-steps`.
   * @default - SGLang's own
   */
  readonly speculativeNumSteps?: number;
  /**
   * Candidates of each step: `--speculative-eagle-topk`.
   * @default - SGLang's own
   */
  readonly speculativeEagleTopk?: number;
  /**
   * Tokens of a draft: `--speculative-num-draft-tokens`.
   * @default - SGLang's own
   */
  readonly speculativeNumDraftTokens?: number;
  /**
   * Most LoRA adapters in one batch: `--max-loras-per-batch`. The adapters themselves are the model server's.
   * @default 8
   */
  readonly maxLorasPerBatch?: number;
  /**
   * Format of the weights: `--load-format`.
   * @default - `auto`, or the streaming loader for models in object storage
   */
  readonly loadFormat?: string;
  /**
   * Whether code of the model's repository is run: `--trust-remote-code`. Pin the model's revision if you set it.
   * @default false
   */
  readonly trustRemoteCode?: boolean;
  /**
   * Publishes KV events, for routing by what is really cached.
   * @default - none
   */
  readonly kvEvents?: SglangKvEvents;
  /**
   * Size of `/dev/shm`. What is used of it counts against the container's memory limit.
   * @default Size.gibibytes(20), as in llm-d's guides
   */
  readonly sharedMemory?: Size;
  /**
   * A volume that keeps downloaded weights between pods.
   * @default - a scratch directory: every new pod downloads again
   */
  readonly modelCache?: IPersistentVolumeClaim;
}

const PORT = whole(1024, 65535);
const KV_EVENTS: Checks<SglangKvEvents> = { port: PORT, replayPort: PORT };

/** Options that are flags of SGLang by the same name, in the order of the arguments. */
export const SGLANG_FLAGS = {
  tpSize: whole(1),
  ppSize: whole(1),
  dpSize: whole(1),
  enableDpAttention: boolean,
  epSize: whole(1),
  contextLength: whole(1),
  memFractionStatic: fraction,
  dtype: member(Dtype),
  quantization: text,
  kvCacheDtype: text,
  pageSize: whole(1),
  maxRunningRequests: whole(1),
  chunkedPrefillSize: numberLike(
    (value) => value === -1 || (Number.isInteger(value) && value > 0),
    '-1, or a whole number above 0',
  ),
  disableRadixCache: boolean,
  enableHierarchicalCache: boolean,
  toolCallParser: text,
  reasoningParser: text,
  chatTemplate: text,
  speculativeAlgorithm: text,
  speculativeDraftModelPath: text,
  speculativeNumSteps: whole(1),
  speculativeEagleTopk: whole(1),
  speculativeNumDraftTokens: whole(1),
  maxLorasPerBatch: whole(1),
  loadFormat: text,
  trustRemoteCode: boolean,
};

export const SGLANG_CHECKS: Checks<SglangOptions> = {
  accelerator: having('an Accelerator, for example Accelerator.nvidia({ count: 1 })', 'spec'),
  image: text,
  version: VERSION,
  rocmGpu: member(RocmGpu),
  ...SGLANG_FLAGS,
  kvEvents: optionsOf(KV_EVENTS),
  sharedMemory: size,
  modelCache: resource('a PersistentVolumeClaim'),
};
