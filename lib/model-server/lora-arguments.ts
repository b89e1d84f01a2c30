import { EnvValue, type IPersistentVolumeClaim } from 'cdk8s-plus-28';
import { VLLM_DEFAULT_LORA_RANK, VLLM_LORA_RANKS } from '../catalogue/engines/vllm-features';
import { refuse } from '../errors';
import type { Mount } from '../kubernetes/mount';
import { type Checks, type Where } from '../options/check';
import { boolean, numberLike, resource, whole } from '../options/checks';
import { oneOf } from '../text/wording';
import type { LoraAdapter } from './lora-adapter';
import { claimMount } from './model-volume';

/** How vLLM serves LoRA adapters. The adapters themselves are the model server's `adapters`. */
export interface LoraOptions {
  /**
   * Most adapters in one batch: `--max-loras`. The accelerator's memory is reserved for each.
   * @default - as many as there are adapters, 4 at the most
   */
  readonly maxLoras?: number;
  /**
   * Most adapters in main memory, `maxLoras` or more: `--max-cpu-loras`.
   * @default - all adapters
   */
  readonly maxCpuLoras?: number;
  /**
   * Largest rank, one of 8, 16, 32, 64, 128, 256, 320 and 512: `--max-lora-rank`.
   * @default - the least of these that fits all adapters, and 16 where a rank is not known
   */
  readonly maxLoraRank?: number;
  /**
   * Whether adapters can be loaded and unloaded while vLLM runs: `VLLM_ALLOW_RUNTIME_LORA_UPDATING`. It lets **every**
   * client that reaches the pod replace or remove adapters, and load any path and any repository of the hub; vLLM itself
   * calls it fit for development only. Keep `/v1/load_lora_adapter` and `/v1/unload_lora_adapter` behind a gateway that
   * does not route them, and let a NetworkPolicy keep others from the pods. Validation then cannot say which names are
   * served.
   * @default false
   */
  readonly runtimeLoading?: boolean;
  /**
   * A claim with a folder for each adapter, which vLLM looks into when a client asks for a model that it does not serve:
   * `VLLM_LORA_RESOLVER_CACHE_DIR`. The name that the client asks for is the path of the folder and is not checked by
   * vLLM: with `..` it leads to any folder that the pod can read. It implies `runtimeLoading`.
   * @default - none
   */
  readonly runtimeClaim?: IPersistentVolumeClaim;
}

const MOST_IN_A_BATCH = 4;

/** Checks of `LoraOptions`. */
export const LORA_CHECKS: Checks<LoraOptions> = {
  maxLoras: whole(1),
  maxCpuLoras: whole(1),
  maxLoraRank: numberLike((value) => VLLM_LORA_RANKS.includes(value), oneOf(VLLM_LORA_RANKS.map(String))),
  runtimeLoading: boolean,
  runtimeClaim: resource('a PersistentVolumeClaim'),
};

/** Arguments of vLLM for the adapters; none where there are no adapters and none can come. */
export function loraArguments(where: Where, adapters: readonly LoraAdapter[], options: LoraOptions = {}): string[] {
  if (adapters.length === 0 && !loadsAtRunTime(options)) return [];
  const unknown = loadsAtRunTime(options) ? [VLLM_DEFAULT_LORA_RANK] : [];
  const ranks = [...adapters.map(({ rank: each = VLLM_DEFAULT_LORA_RANK }) => each), ...unknown];
  const rank = options.maxLoraRank ?? VLLM_LORA_RANKS.find((each) => each >= Math.max(...ranks))!;
  const inBatch = options.maxLoras ?? Math.max(1, Math.min(adapters.length, MOST_IN_A_BATCH));
  const inMemory = options.maxCpuLoras ?? Math.max(inBatch, adapters.length);
  const known = Math.max(0, ...adapters.map(({ rank: each = 0 }) => each));
  if (rank < known) {
    refuse(where, {
      code: 'LLMD-LORA-RANK',
      got: `maxLoraRank ${rank} and an adapter of rank ${known}`,
      expected: 'maxLoraRank to be the largest rank or more',
      remedy: 'raise maxLoraRank, or leave it out',
    });
  }
  if (inMemory < inBatch) {
    refuse(where, {
      code: 'LLMD-LORA-MEMORY',
      got: `maxCpuLoras ${inMemory} and maxLoras ${inBatch}`,
      expected: 'maxCpuLoras to be maxLoras or more',
      remedy: 'raise maxCpuLoras, or leave it out',
    });
  }
  return [
    '--enable-lora',
    `--max-loras=${inBatch}`,
    `--max-cpu-loras=${inMemory}`,
    `--max-lora-rank=${rank}`,
    ...loraModules(adapters),
  ];
}

/** `--lora-modules` as vLLM and the simulator read it. */
export function loraModules(adapters: readonly LoraAdapter[]): string[] {
  const modules = adapters.map(({ name, source }) => JSON.stringify({ name, path: source }));
  return modules.length === 0 ? [] : ['--lora-modules', ...modules];
}

/**
 * Variables of vLLM for loading at run time. `VLLM_PLUGINS` stays unset: vLLM then loads the resolver by itself, and with
 * it would not load the plugins for TPU, Gaudi and Ascend.
 */
export function loraEnv(options: LoraOptions = {}): { [name: string]: EnvValue } {
  const { runtimeClaim } = options;
  return {
    ...(loadsAtRunTime(options) && { VLLM_ALLOW_RUNTIME_LORA_UPDATING: EnvValue.fromValue('True') }),
    ...(runtimeClaim && { VLLM_LORA_RESOLVER_CACHE_DIR: EnvValue.fromValue(claimMount(runtimeClaim).path) }),
  };
}

/** Volumes of vLLM for loading at run time. */
export function loraMounts({ runtimeClaim }: LoraOptions = {}): Mount[] {
  return runtimeClaim === undefined ? [] : [claimMount(runtimeClaim)];
}

function loadsAtRunTime({ runtimeLoading = false, runtimeClaim }: LoraOptions): boolean {
  return runtimeLoading || runtimeClaim !== undefined;
}
