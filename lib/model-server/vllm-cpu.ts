import { Size, SizeRoundingBehavior } from 'cdk8s';
import { EnvValue, type IPersistentVolumeClaim } from 'cdk8s-plus-28';
import { DEFAULT_VLLM } from '../catalogue/engines/vllm';
import { refuse } from '../errors';
import { show } from '../text/wording';
import { checkedImage } from '../kubernetes/image';
import { Mount } from '../kubernetes/mount';
import type { EngineRequest, EngineSpec, IEngine } from './engine-contract';
import type { Model } from './model';

/** Instruction set of an image. */
export enum Architecture {
  /** 64-bit Arm, for example Apple silicon and Graviton. */
  ARM64 = 'arm64',
  /** 64-bit x86. */
  X86_64 = 'x86_64',
}

/** Numeric type of weights and activations: vLLM's `--dtype`. */
export enum Dtype {
  /** What the model's configuration says. */
  AUTO = 'auto',
  /** 16-bit brain floating point. */
  BFLOAT16 = 'bfloat16',
  /** 16-bit floating point. */
  FLOAT16 = 'float16',
  /** 32-bit floating point. */
  FLOAT32 = 'float32',
}

/** Options of `Engine.vllmCpu`. Arguments of vLLM have vLLM's names. */
export interface VllmCpuOptions {
  /**
   * Image of vLLM for CPUs, with a version tag. Floating tags are refused.
   * @default vllm/vllm-openai-cpu:v0.32.0
   */
  readonly image?: string;
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

// The user of vLLM's image. HOME is set because the image has no other user's (seen with 0.32.0).
const USER = 1000;
const HOME = '/home/vllm';
const WHERE = 'Engine.vllmCpu';

/** vLLM on CPUs, as guide 1 runs it. */
export class VllmCpu implements IEngine {
  private readonly image: string;
  private readonly gpuMemoryUtilization: number;
  /** Whole GiB. */
  private readonly kvCacheSpace: number;
  private readonly sharedMemory: Size;

  constructor(private readonly options: VllmCpuOptions) {
    const pinned = checkedImage(WHERE, options.image ?? DEFAULT_VLLM.images.cpu);
    this.image = ofArchitecture(pinned, options.architecture);
    this.gpuMemoryUtilization = checkedFraction('gpuMemoryUtilization', options.gpuMemoryUtilization ?? 0.3);
    this.kvCacheSpace = wholeGibibytes(options.kvCacheSpace ?? Size.gibibytes(1));
    this.sharedMemory = options.sharedMemory ?? Size.mebibytes(512);
  }

  specify(request: EngineRequest): EngineSpec {
    return {
      name: 'vllm',
      image: this.image,
      args: this.args(request),
      env: this.env(request.model),
      mounts: [...this.mounts(), ...(request.model.spec.mounts ?? [])],
      // With 1 GiB of KV cache these are the values of guide 1. Measured with opt-125m: 2.0 GiB in use.
      resources: {
        requests: { cpu: '1', memory: `${this.kvCacheSpace + 1}Gi` },
        limits: { cpu: '2', memory: `${this.kvCacheSpace + 3}Gi` },
      },
      reservedMemory: Size.mebibytes(this.kvCacheSpace * 1024 + this.sharedMemory.toMebibytes()),
      user: USER,
    };
  }

  private mounts(): Mount[] {
    const { modelCache } = this.options;
    const cache = `${HOME}/.cache`;
    return [
      Mount.emptyDir('/tmp'),
      // Without a writable cache vLLM 0.32.0 starts healthy, and the first completion kills its engine.
      modelCache ? Mount.persistentVolumeClaim(cache, modelCache) : Mount.emptyDir(cache),
      // vLLM 0.32.0 refuses to start with a pod's 64 MiB: its worker process wants 160 to 240 MiB.
      Mount.emptyDir('/dev/shm', { inMemory: true, sizeLimit: this.sharedMemory }),
    ];
  }

  private args({ model, servedModelNames, port, drain }: EngineRequest): string[] {
    const { maxModelLen, maxNumSeqs, dtype, enforceEager } = this.options;
    const flags: readonly (readonly [string, string | number | undefined])[] = [
      ['--port', port],
      ['--revision', model.spec.revision],
      ['--gpu-memory-utilization', this.gpuMemoryUtilization],
      ['--max-model-len', maxModelLen],
      ['--max-num-seqs', maxNumSeqs],
      ['--dtype', dtype],
      ['--shutdown-timeout', drain.engineShutdownSeconds || undefined],
    ];
    const isOwnName = servedModelNames.length === 1 && servedModelNames[0] === model.location;
    return [
      model.location,
      ...flags.flatMap(([flag, value]) => (value === undefined ? [] : [`${flag}=${value}`])),
      ...(enforceEager ? ['--enforce-eager'] : []),
      ...(isOwnName ? [] : ['--served-model-name', ...servedModelNames]),
    ];
  }

  private env({ spec }: Model): { [name: string]: EnvValue } {
    const { ompThreadsBind } = this.options;
    return {
      VLLM_CPU_KVCACHE_SPACE: EnvValue.fromValue(String(this.kvCacheSpace)),
      ...(ompThreadsBind && { VLLM_CPU_OMP_THREADS_BIND: EnvValue.fromValue(ompThreadsBind) }),
      HOME: EnvValue.fromValue(HOME),
      HF_HOME: EnvValue.fromValue(`${HOME}/.cache/huggingface`),
      DO_NOT_TRACK: EnvValue.fromValue('1'),
      ...spec.env,
    };
  }
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

function checkedFraction(prop: string, value: number): number {
  if (!(value > 0 && value <= 1)) {
    refuse(WHERE, {
      code: 'LLMD-ENGINE-RANGE',
      got: `${prop} ${show(value)}`,
      expected: 'a number above 0 and up to 1',
      remedy: 'pass a fraction, for example 0.3',
    });
  }
  return value;
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
