import type { Size } from 'cdk8s';
import type { IPersistentVolumeClaim } from 'cdk8s-plus-28';
import type { Checks } from '../../options/check';
import {
  boolean,
  fraction,
  having,
  listOf,
  member,
  optionsOf,
  required,
  size,
  text,
  textLike,
  whole,
} from '../../options/checks';
import type { Accelerator } from '../accelerator';
import { LORA_CHECKS, type LoraOptions } from '../lora-arguments';
import { KV_EVENTS_CHECKS, type VllmKvEvents } from './kv-events';
import { type KvTransfer, kvTransfer } from './kv-transfer';
import { SPECULATIVE_CHECKS, type SpeculativeConfig } from './speculative-config';
import { cacheClaim } from './vllm-container';
import { Dtype } from './vllm-enums';
import { VERSION } from './vllm-image';
import { PARALLEL_CHECKS, type VllmParallelOptions } from './vllm-parallel-options';

/** Options of `Engine.vllm`. Arguments of vLLM have vLLM's names. */
export interface VllmOptions extends VllmParallelOptions {
  /** What vLLM computes on. Without accelerators use `Engine.vllmCpu`. */
  readonly accelerator: Accelerator;
  /**
   * Image of vLLM, with a version tag. Floating tags are refused.
   * @default - vLLM's own of the version, for the accelerator, for example vllm/vllm-openai:v0.32.0
   */
  readonly image?: string;
  /**
   * Version of vLLM, without `v`: it decides the image, and which arguments there are. Give it with an image whose tag
   * does not say it: an image of unknown version gets only arguments that every version has. Arguments of a version that
   * this library does not know are not checked, and validation says so.
   * @default - what the image's tag says, else 0.32.0
   */
  readonly version?: string;
  /**
   * Longest context in tokens: `--max-model-len`.
   * @default - the model's own
   */
  readonly maxModelLen?: number;
  /**
   * Fraction (0 to 1] of the accelerator's memory for weights, activations and KV cache: `--gpu-memory-utilization`.
   * @default - vLLM's own: 0.92, and 0.9 before 0.20
   */
  readonly gpuMemoryUtilization?: number;
  /**
   * Numeric type of weights and activations: `--dtype`.
   * @default - vLLM's own, which is `auto`
   */
  readonly dtype?: Dtype;
  /**
   * Method of quantization, for example `fp8` or `awq`: `--quantization`.
   * @default - what the model's configuration says
   */
  readonly quantization?: string;
  /**
   * Numeric type of the KV cache, for example `fp8`: `--kv-cache-dtype`.
   * @default - the model's own
   */
  readonly kvCacheDtype?: string;
  /**
   * Tokens of a block of the KV cache: `--block-size`. An endpoint picker that counts blocks needs the same number.
   * @default - vLLM's own, which is 16 on most accelerators
   */
  readonly blockSize?: number;
  /**
   * Most requests in one batch: `--max-num-seqs`.
   * @default - vLLM's own
   */
  readonly maxNumSeqs?: number;
  /**
   * Most tokens in one batch: `--max-num-batched-tokens`.
   * @default - vLLM's own
   */
  readonly maxNumBatchedTokens?: number;
  /**
   * Whether KV caches are kept for later requests with the same beginning: `--enable-prefix-caching`.
   * @default - vLLM's own, which is true
   */
  readonly enablePrefixCaching?: boolean;
  /**
   * Whether long prompts are computed in parts, between which others make progress: `--enable-chunked-prefill`.
   * @default - vLLM's own, which is true
   */
  readonly enableChunkedPrefill?: boolean;
  /**
   * Whether attention within a sliding window is turned off: `--disable-sliding-window`. The context of a model that has
   * such a window is then no longer than the window.
   * @default false
   */
  readonly disableSlidingWindow?: boolean;
  /**
   * Whether vLLM skips compilation and CUDA graphs, which starts faster and serves slower: `--enforce-eager`.
   * @default false
   */
  readonly enforceEager?: boolean;
  /**
   * Parser of tool calls, for example `hermes`: `--tool-call-parser`, with `--enable-auto-tool-choice`.
   * @default - none: tool calls are not recognised
   */
  readonly toolCallParser?: string;
  /**
   * Parser of reasoning, for example `qwen3`: `--reasoning-parser`.
   * @default - none
   */
  readonly reasoningParser?: string;
  /**
   * Path of a chat template in the container, or the template itself in one line: `--chat-template`.
   * @default - the model's own
   */
  readonly chatTemplate?: string;
  /**
   * Speculative decoding: `--speculative-config`.
   * @default - none
   */
  readonly speculativeConfig?: SpeculativeConfig;
  /**
   * Moves KV caches to other memory and other model servers: `--kv-transfer-config`.
   * @default - none
   */
  readonly kvTransfer?: KvTransfer;
  /**
   * Publishes KV events, for routing by what is really cached: `--kv-events-config`.
   * @default - none
   */
  readonly kvEvents?: VllmKvEvents;
  /**
   * Whether vLLM answers `/render`, with which an endpoint picker turns prompts into tokens: `--enable-scale-out`, since
   * vLLM 0.30.
   * @default false
   */
  readonly enableScaleOut?: boolean;
  /**
   * How LoRA adapters are served. The adapters themselves are the model server's `adapters`.
   * @default - limits from the number of adapters, and no loading at run time
   */
  readonly lora?: LoraOptions;
  /**
   * Whether code of the model's repository is run: `--trust-remote-code`. Pin the model's revision if you set it.
   * @default false
   */
  readonly trustRemoteCode?: boolean;
  /**
   * Paths whose requests are not logged: `--disable-access-log-for-endpoints`, since vLLM 0.16. An empty list logs all.
   * @default - /health, /metrics and /v1/models where the version has it: probes and scrapes come every few seconds; with
   * enableScaleOut what the endpoint picker asks for each prompt, too: /v1/completions/render and
   * /v1/chat/completions/render
   */
  readonly disableAccessLogForEndpoints?: string[];
  /**
   * Size of `/dev/shm`, through which processes of several accelerators exchange data. What is used of it counts against
   * the container's memory limit.
   * @default - 20 GiB and the memory for offloaded KV caches where it is needed, as in llm-d's guides, else Kubernetes' 64 MiB
   */
  readonly sharedMemory?: Size;
  /**
   * A volume that keeps downloads and compiled kernels between pods: `$HOME/.cache`. Several pods at the same time need
   * one that all of them can mount.
   * @default - a scratch directory: every new pod downloads again
   */
  readonly modelCache?: IPersistentVolumeClaim;
}

/** Options that are flags of vLLM by the same name and value, in the order of the arguments. */
export const VLLM_FLAGS = {
  maxModelLen: whole(1),
  gpuMemoryUtilization: fraction,
  dtype: member(Dtype),
  quantization: text,
  kvCacheDtype: text,
  blockSize: whole(1),
  maxNumSeqs: whole(1),
  maxNumBatchedTokens: whole(1),
  enablePrefixCaching: boolean,
  enableChunkedPrefill: boolean,
  disableSlidingWindow: boolean,
  enforceEager: boolean,
  toolCallParser: text,
  reasoningParser: text,
  chatTemplate: text,
  enableScaleOut: boolean,
  trustRemoteCode: boolean,
};

/** Checks of `VllmOptions`. */
export const VLLM_CHECKS: Checks<VllmOptions> = {
  ...PARALLEL_CHECKS,
  ...VLLM_FLAGS,
  accelerator: required(having('an Accelerator, for example Accelerator.nvidia({ count: 1 })', 'spec')),
  image: text,
  version: VERSION,
  speculativeConfig: optionsOf(SPECULATIVE_CHECKS),
  kvTransfer,
  kvEvents: optionsOf(KV_EVENTS_CHECKS),
  lora: optionsOf(LORA_CHECKS),
  disableAccessLogForEndpoints: listOf(textLike(/^\/[^,\s]*$/, 'a path such as /health')),
  sharedMemory: size,
  modelCache: cacheClaim,
};
