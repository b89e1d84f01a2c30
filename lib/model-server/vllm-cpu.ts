import { Size, SizeRoundingBehavior } from 'cdk8s';
import type { IPersistentVolumeClaim } from 'cdk8s-plus-28';
import type { EnvVar } from '../../imports/k8s';
import { refuse, show } from '../errors';
import { checkedImage } from '../kubernetes/image';
import { Mount } from '../kubernetes/mount';
import type { EngineFactory, EngineRequest } from './engine-spec';
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
   * Appends `-arm64` or `-x86_64` to the image's tag, for registries that hold one architecture per tag.
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
   * Requests in one batch at the most: `--max-num-seqs`.
   * @default - vLLM's own
   */
  readonly maxNumSeqs?: number;
  /**
   * Numeric type: `--dtype`.
   * @default - vLLM's own, which is `auto`
   */
  readonly dtype?: Dtype;
  /**
   * Skip compilation: `--enforce-eager`. Starts faster and serves slower.
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

// vLLM's image knows this user by name; any other would need HOME all the same (seen with 0.32.0).
const USER = 1000;
const HOME = '/home/vllm';

/**
 * vLLM on CPUs, as guide 1 runs it.
 * @internal
 */
export function vllmCpu(options: VllmCpuOptions): EngineFactory {
  const where = 'Engine.vllmCpu';
  const pinned = checkedImage(where, options.image ?? 'vllm/vllm-openai-cpu:v0.32.0');
  const image = ofArchitecture(where, pinned, options.architecture);
  const utilization = inRange(where, 'gpuMemoryUtilization', options.gpuMemoryUtilization ?? 0.3, 0, 1);
  const kvCacheSpace = wholeGibibytes(where, options.kvCacheSpace ?? Size.gibibytes(1));
  const sharedMemory = options.sharedMemory ?? Size.mebibytes(512);
  return (request) => ({
    app: 'vllm',
    image,
    args: vllmArgs(request, utilization, options),
    env: vllmEnv(request.model, kvCacheSpace, options),
    mounts: [
      Mount.emptyDir('/tmp'),
      // Without a writable cache vLLM 0.32.0 starts healthy, and the first completion kills its engine.
      options.modelCache
        ? Mount.persistentVolumeClaim(`${HOME}/.cache`, options.modelCache)
        : Mount.emptyDir(`${HOME}/.cache`),
      // vLLM 0.32.0 refuses to start with a pod's 64 MiB: its worker process wants 160 to 240 MiB.
      Mount.emptyDir('/dev/shm', { inMemory: true, sizeLimit: sharedMemory }),
    ],
    // Guide 1 with its 1 GiB of KV cache: 1 CPU and 2 GiB to 2 CPU and 4 GiB. Measured with opt-125m: 2.0 GiB in use.
    resources: {
      requests: { cpu: '1', memory: `${kvCacheSpace + 1}Gi` },
      limits: { cpu: '2', memory: `${kvCacheSpace + 3}Gi` },
    },
    leastMemoryMebibytes: kvCacheSpace * 1024 + sharedMemory.toMebibytes(),
    user: USER,
    readyPath: '/health',
    livePath: '/health',
  });
}

function vllmArgs(request: EngineRequest, utilization: number, o: VllmCpuOptions): string[] {
  const { model, servedModelNames, port, drain } = request;
  const flags: readonly (readonly [string, string | number | undefined])[] = [
    ['--port', port],
    ['--revision', model.revision],
    ['--gpu-memory-utilization', utilization],
    ['--max-model-len', o.maxModelLen],
    ['--max-num-seqs', o.maxNumSeqs],
    ['--dtype', o.dtype],
    ['--shutdown-timeout', drain.engineShutdownSeconds || undefined],
  ];
  const isOwnName = servedModelNames.length === 1 && servedModelNames[0] === model.id;
  return [
    model.id,
    ...flags.flatMap(([flag, value]) => (value === undefined ? [] : [`${flag}=${value}`])),
    ...(o.enforceEager ? ['--enforce-eager'] : []),
    ...(isOwnName ? [] : ['--served-model-name', ...servedModelNames]),
  ];
}

function vllmEnv(model: Model, kvCacheGibibytes: number, options: VllmCpuOptions): EnvVar[] {
  return [
    { name: 'VLLM_CPU_KVCACHE_SPACE', value: String(kvCacheGibibytes) },
    ...(options.ompThreadsBind ? [{ name: 'VLLM_CPU_OMP_THREADS_BIND', value: options.ompThreadsBind }] : []),
    { name: 'HOME', value: HOME },
    { name: 'HF_HOME', value: `${HOME}/.cache/huggingface` },
    { name: 'DO_NOT_TRACK', value: '1' },
    ...(model.token
      ? [{ name: 'HF_TOKEN', valueFrom: { secretKeyRef: { name: model.token.name, key: 'HF_TOKEN' } } }]
      : []),
  ];
}

function ofArchitecture(where: string, image: string, architecture: Architecture | undefined): string {
  if (architecture !== undefined && image.includes('@')) {
    refuse(where, {
      code: 'LLMD-IMAGE-ARCHITECTURE',
      got: `architecture ${architecture} for the digest ${show(image)}`,
      expected: 'a tag, to which the architecture is appended',
      remedy: 'leave architecture out: a digest names one image already',
    });
  }
  return architecture === undefined ? image : `${image}-${architecture}`;
}

function inRange(where: string, prop: string, value: number, above: number, upTo: number): number {
  if (!(value > above && value <= upTo)) {
    refuse(where, {
      code: 'LLMD-ENGINE-RANGE',
      got: `${prop} ${show(value)}`,
      expected: `a number above ${above} and up to ${upTo}`,
      remedy: `pass a fraction, for example 0.3`,
    });
  }
  return value;
}

function wholeGibibytes(where: string, size: Size): number {
  const gibibytes = size.toGibibytes({ rounding: SizeRoundingBehavior.NONE });
  if (!Number.isInteger(gibibytes) || gibibytes < 1) {
    refuse(where, {
      code: 'LLMD-ENGINE-KV-CACHE',
      got: `kvCacheSpace ${size.asString()}`,
      expected: 'whole GiB, since VLLM_CPU_KVCACHE_SPACE is an integer',
      remedy: 'pass Size.gibibytes(1) or more',
    });
  }
  return gibibytes;
}
