import { Size } from 'cdk8s';
import { Accelerator, Dtype, RocmGpu, type SglangOptions } from '../../lib';

export const gpus = (count: number): Accelerator => Accelerator.nvidia({ count });

/** Options of SGLang by what they are about; together they have every option. */
export const SGLANG_CASES: { readonly [title: string]: SglangOptions } = {
  'one GPU': { accelerator: gpus(1) },
  'the newest version': { accelerator: gpus(1), version: '0.5.23' },
  'an image of your own': {
    accelerator: Accelerator.custom({ resource: 'example.com/npu', count: 1 }),
    image: 'registry.example/sglang:v1',
  },
  'AMD GPUs': { accelerator: Accelerator.amd({ count: 8 }), rocmGpu: RocmGpu.MI35X },
  parallelism: { accelerator: gpus(8), tpSize: 2, ppSize: 2, dpSize: 2, epSize: 2 },
  'data parallel attention': { accelerator: gpus(8), dpSize: 8, enableDpAttention: true },
  'memory and batches': {
    accelerator: gpus(1),
    contextLength: 32768,
    memFractionStatic: 0.85,
    dtype: Dtype.BFLOAT16,
    quantization: 'fp8',
    kvCacheDtype: 'fp8_e4m3',
    pageSize: 64,
    maxRunningRequests: 256,
    chunkedPrefillSize: -1,
    disableRadixCache: true,
    enableHierarchicalCache: true,
    sharedMemory: Size.gibibytes(4),
  },
  'parsers and templates': {
    accelerator: gpus(1),
    toolCallParser: 'qwen25',
    reasoningParser: 'qwen3',
    chatTemplate: '/templates/chat template.jinja',
    trustRemoteCode: true,
  },
  'speculative decoding': {
    accelerator: gpus(1),
    speculativeAlgorithm: 'EAGLE3',
    speculativeDraftModelPath: 'org/draft',
    speculativeNumSteps: 3,
    speculativeEagleTopk: 4,
    speculativeNumDraftTokens: 16,
  },
  adapters: { accelerator: gpus(1), maxLorasPerBatch: 4, loadFormat: 'safetensors' },
  'KV events': { accelerator: gpus(1), kvEvents: { port: 5557, replayPort: 5558 } },
};
