import type { Size } from 'cdk8s';
import type { Checks } from '../../options/check';
import { member, required, size, text, textLike, whole } from '../../options/checks';

/** What a model server does with KV caches that it shares with others: `kv_role` of vLLM. */
export enum KvRole {
  /** It computes prompts and hands their KV cache over. */
  PRODUCER = 'kv_producer',
  /** It takes KV caches and generates tokens. */
  CONSUMER = 'kv_consumer',
  /** Both. */
  BOTH = 'kv_both',
}

/** Options of `KvTransfer.nixl`. */
export interface NixlOptions {
  /**
   * What the model server does with KV caches.
   * @default KvRole.BOTH
   */
  readonly role?: KvRole;
  /**
   * Port at which other model servers ask for the addresses of its memory: `VLLM_NIXL_SIDE_CHANNEL_PORT`. Each
   * data-parallel rank takes the next one.
   * @default 5600
   */
  readonly sideChannelPort?: number;
  /**
   * Memory through which KV caches go, for example `cpu`: `kv_buffer_device`.
   * @default - the accelerator's
   */
  readonly bufferDevice?: string;
}

/** Options of `KvTransfer.lmCache`. */
export interface LmCacheOptions {
  /**
   * What the model server does with KV caches.
   * @default KvRole.BOTH
   */
  readonly role?: KvRole;
  /**
   * Memory of the host for KV caches, for each rank: `lmcache.max_local_cpu_size`, in GiB.
   * @default - LMCache's own, which is 5 GiB
   */
  readonly maxLocalCpuSize?: Size;
  /**
   * Server that several model servers share, for example `lm://lmcache:65432`: `lmcache.remote_url`.
   * @default - none
   */
  readonly remoteUrl?: string;
}

/** Options of `KvTransfer.mooncake`. */
export interface MooncakeOptions {
  /**
   * What the model server does with KV caches.
   * @default KvRole.BOTH
   */
  readonly role?: KvRole;
  /**
   * Port at which a producer tells others its address: `VLLM_MOONCAKE_BOOTSTRAP_PORT`.
   * @default 8998
   */
  readonly bootstrapPort?: number;
  /**
   * Transport, for example `rdma` or `tcp`: `mooncake_protocol`.
   * @default - Mooncake's own, which is `rdma`
   */
  readonly protocol?: string;
}

/** Options of `KvTransfer.offloading`. */
export interface OffloadingOptions {
  /** Memory of the host for KV caches, of all ranks together: `cpu_bytes_to_use`. The pod's memory request grows by it. */
  readonly cpuBytes: Size;
  /**
   * Tokens of a block in that memory, a multiple of the engine's own block size: `block_size`.
   * @default - the engine's block size
   */
  readonly blockSize?: number;
  /**
   * Folder for what the memory no longer holds, on a volume that the model server mounts. Model servers that share it
   * find each other's KV caches; they need the same `PYTHONHASHSEED`, which is set to 0.
   * @default - none: the memory alone
   */
  readonly fileSystemPath?: string;
}

const PORT = whole(1024, 65535);
const ROLE = member(KvRole);

export const NIXL: Checks<NixlOptions> = { role: ROLE, sideChannelPort: PORT, bufferDevice: text };
export const LM_CACHE: Checks<LmCacheOptions> = {
  role: ROLE,
  maxLocalCpuSize: size,
  remoteUrl: textLike(/^\w+:\/\/\S+$/, 'a URL such as lm://lmcache:65432'),
};
export const MOONCAKE: Checks<MooncakeOptions> = { role: ROLE, bootstrapPort: PORT, protocol: text };
export const OFFLOADING: Checks<OffloadingOptions> = {
  cpuBytes: required(size),
  blockSize: whole(1),
  fileSystemPath: textLike(/^\/[^:]*$/, 'an absolute path'),
};
