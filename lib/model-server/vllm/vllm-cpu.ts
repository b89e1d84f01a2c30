import { Size, SizeRoundingBehavior } from 'cdk8s';
import { EnvValue, type IPersistentVolumeClaim } from 'cdk8s-plus-28';
import { refuse } from '../../errors';
import { Mount, scratch } from '../../kubernetes/mount';
import { type Checks, checkedOptions } from '../../options/check';
import { boolean, fraction, member, size, text, whole } from '../../options/checks';
import { show } from '../../text/wording';
import { Architecture, Dtype } from './vllm-enums';
import type { EngineRequest, EngineSpec, IEngine } from '../engine-contract';
import { flagArguments } from '../flag-arguments';
import { checkExtraArguments, ownArguments } from './argument-checks';
import { loraArguments, type LoraOptions } from '../lora-arguments';
import { startupSeconds } from '../startup';
import {
  cacheClaim,
  cacheMount,
  drainArguments,
  HOME_ENV,
  modelArguments,
  nameArguments,
  VLLM_USER,
} from './vllm-container';
import { VERSION, VllmImage } from './vllm-image';

/** Options of `Engine.vllmCpu`. Arguments of vLLM have vLLM's names. */
export interface VllmCpuOptions {
  /**
   * Image of vLLM for CPUs, with a version tag. Floating tags are refused.
   * @default vllm/vllm-openai-cpu:v0.32.0
   */
  readonly image?: string;
  /**
   * Version of vLLM, without `v`: it decides the image, and which arguments there are. Give it with an image whose tag
   * does not say it: an image of unknown version gets only arguments that every version has.
   * @default - what the image's tag says, else 0.32.0
   */
  readonly version?: string;
  /**
   * Instruction set, which is appended to the image's tag (`-arm64`, `-x86_64`), for registries with one tag for each.
   * @default - nothing is appended: the tag holds all architectures
   */
  readonly architecture?: Architecture;
  /**
   * Memory for the KV cache, whole GiB: `VLLM_CPU_KVCACHE_SPACE`.
   * @default Size.gibibytes(1)
   */
  readonly kvCacheSpace?: Size;
  /**
   * Fraction (0 to 1] of the NUMA node's memory that vLLM may use: `--gpu-memory-utilization`.
   * @default 0.3
   */
  readonly gpuMemoryUtilization?: number;
  /**
   * Longest context in tokens: `--max-model-len`.
   * @default - the model's own
   */
  readonly maxModelLen?: number;
  /**
   * Most requests in one batch: `--max-num-seqs`.
   * @default - vLLM's own
   */
  readonly maxNumSeqs?: number;
  /**
   * Numeric type: `--dtype`.
   * @default - vLLM's own, which is `auto`
   */
  readonly dtype?: Dtype;
  /**
   * Whether vLLM skips compilation, which starts faster and serves slower: `--enforce-eager`.
   * @default false
   */
  readonly enforceEager?: boolean;
  /**
   * Cores that vLLM's threads are bound to: `VLLM_CPU_OMP_THREADS_BIND`, for example `0-3`, `auto` or `nobind`.
   * @default - vLLM's own, which is `auto`
   */
  readonly ompThreadsBind?: string;
  /**
   * Size of `/dev/shm`. It counts against the container's memory limit.
   * @default Size.mebibytes(512)
   */
  readonly sharedMemory?: Size;
  /**
   * A volume that keeps downloaded weights between pods.
   * @default - a scratch directory: every new pod downloads again
   */
  readonly modelCache?: IPersistentVolumeClaim;
}

const WHERE = 'Engine.vllmCpu';

const CHECKS: Checks<VllmCpuOptions> = {
  image: text,
  version: VERSION,
  architecture: member(Architecture),
  kvCacheSpace: size,
  gpuMemoryUtilization: fraction,
  maxModelLen: whole(1),
  maxNumSeqs: whole(1),
  dtype: member(Dtype),
  enforceEager: boolean,
  ompThreadsBind: text,
  sharedMemory: size,
  modelCache: cacheClaim,
};

/** vLLM on CPUs, as guide 1 runs it. */
export class VllmCpu implements IEngine {
  private readonly image: VllmImage;
  private readonly architectureImage: string;
  /** Whole GiB. */
  private readonly kvCacheSpace: number;
  private readonly sharedMemory: Size;

  constructor(private readonly options: VllmCpuOptions) {
    const { kvCacheSpace, sharedMemory, architecture } = checkedOptions(WHERE, options, CHECKS);
    this.image = VllmImage.of(WHERE, 'cpu', options);
    this.architectureImage = ofArchitecture(this.image.reference, architecture);
    this.kvCacheSpace = wholeGibibytes(kvCacheSpace ?? Size.gibibytes(1));
    this.sharedMemory = sharedMemory ?? Size.mebibytes(512);
  }

  specify(request: EngineRequest): EngineSpec {
    if (request.model.spec.isStreamed && this.options.image === undefined) {
      refuse(WHERE, {
        code: 'LLMD-ENGINE-STREAMER',
        got: `the model ${show(request.model.location)} in object storage`,
        expected: "a model of the hub, a volume or an image: vLLM's image for CPUs has no streaming loader",
        remedy: 'use Model.volume, Engine.vllm with an accelerator, or an image that has runai-model-streamer',
      });
    }
    const { spec } = request.model;
    const args = ownArguments(this.args(request), request.extraArgs, this.image);
    checkExtraArguments(WHERE, args, request.extraArgs, this.image);
    return {
      name: 'vllm',
      image: this.architectureImage,
      args,
      env: { ...this.env(), ...spec.env },
      mounts: [
        scratch('/tmp'),
        cacheMount(this.options.modelCache, request.model),
        // vLLM 0.32.0 refuses to start with a pod's 64 MiB: its worker process wants 160 to 240 MiB.
        Mount.emptyDir('/dev/shm', { inMemory: true, sizeLimit: this.sharedMemory }),
        ...(spec.mounts ?? []),
      ],
      // With 1 GiB of KV cache these are the values of guide 1. Measured with opt-125m: 2.0 GiB in use.
      resources: {
        requests: { cpu: '1', memory: `${this.kvCacheSpace + 1}Gi` },
        limits: { cpu: '2', memory: `${this.kvCacheSpace + 3}Gi` },
      },
      reservedMemory: Size.mebibytes(this.kvCacheSpace * 1024 + this.sharedMemory.toMebibytes()),
      startupSeconds: startupSeconds(request.model),
      finishesRequests: this.image.has('shutdownTimeout'),
      user: VLLM_USER,
    };
  }

  private args(request: EngineRequest): string[] {
    const { gpuMemoryUtilization = 0.3, maxModelLen, maxNumSeqs, dtype, enforceEager } = this.options;
    return [
      ...modelArguments(request),
      ...flagArguments({ gpuMemoryUtilization, maxModelLen, maxNumSeqs, dtype }),
      ...drainArguments(request, this.image),
      ...flagArguments({ enforceEager }),
      ...loraArguments(WHERE, request.adapters, withEmptySlot(request)),
      ...nameArguments(request),
    ];
  }

  private env(): { [name: string]: EnvValue } {
    const { ompThreadsBind } = this.options;
    return {
      VLLM_CPU_KVCACHE_SPACE: EnvValue.fromValue(String(this.kvCacheSpace)),
      ...(ompThreadsBind !== undefined && { VLLM_CPU_OMP_THREADS_BIND: EnvValue.fromValue(ompThreadsBind) }),
      ...HOME_ENV,
    };
  }
}

/**
 * A slot for an adapter more than there are adapters. Where requests for the model itself are in a batch with requests for
 * adapters, vLLM for CPUs computes them with the weights of the last slot, whatever lies there.
 * @see https://github.com/vllm-project/vllm/pull/48421
 */
function withEmptySlot({ adapters }: EngineRequest): LoraOptions {
  return { maxLoras: adapters.length + 1 };
}

function ofArchitecture(image: string, architecture: Architecture | undefined): string {
  if (architecture !== undefined && image.includes('@')) {
    refuse(WHERE, {
      code: 'LLMD-IMAGE-ARCHITECTURE',
      got: `architecture ${architecture} for the digest ${show(image)}`,
      expected: 'a tag, to which the architecture is appended',
      remedy: 'leave architecture out: a digest names one image already',
    });
  }
  return architecture === undefined ? image : `${image}-${architecture}`;
}

function wholeGibibytes(size: Size): number {
  const gibibytes = size.toGibibytes({ rounding: SizeRoundingBehavior.NONE });
  if (!Number.isInteger(gibibytes) || gibibytes < 1) {
    refuse(WHERE, {
      code: 'LLMD-ENGINE-KV-CACHE',
      got: `kvCacheSpace ${size.asString()}`,
      expected: 'whole GiB, since VLLM_CPU_KVCACHE_SPACE is an integer',
      remedy: 'pass Size.gibibytes(1) or more',
    });
  }
  return gibibytes;
}
