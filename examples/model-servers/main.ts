import { App, Size } from 'cdk8s';
import { Cpu, Secret } from 'cdk8s-plus-28';
import {
  Accelerator,
  Dtype,
  Engine,
  type IEngine,
  KvTransfer,
  LlmdChart,
  LlmdStack,
  LoraAdapter,
  Model,
  ModelDownload,
} from 'cdk8s-llm-d';

const app = new App();
const weights = new LlmdChart(app, 'weights');
const token = Secret.fromSecretName(weights, 'token', 'llm-d-hf-token');
const qwen = Model.huggingFace('Qwen/Qwen3-32B', { token });

/** A stack with the memory that llm-d's guide asks for. */
function stack(id: string, model: Model, engine: IEngine, memory: number): void {
  const resources = {
    cpu: { request: Cpu.units(8), limit: Cpu.units(16) },
    memory: { request: Size.gibibytes(memory) },
  };
  new LlmdStack(app, id, { model, engine, replicas: 2, resources });
}

// llm-d's guide optimized-baseline on GPUs of NVIDIA and AMD, on TPUs, and on Intel GPUs by device claim.
stack(
  'baseline-nvidia',
  Model.huggingFace('Qwen/Qwen3.5-4B', { token }),
  Engine.vllm({ accelerator: Accelerator.nvidia({ count: 1 }) }),
  20,
);
stack('baseline-amd', qwen, Engine.vllm({ accelerator: Accelerator.amd({ count: 2 }) }), 100);
const v6e = Accelerator.googleTpu({ type: 'tpu-v6e-slice', topology: '2x4' });
stack('baseline-tpu', qwen, Engine.vllm({ accelerator: v6e }), 100);
const xpu = Accelerator.deviceClaim({ deviceClass: 'gpu.intel.com', count: 1 });
stack(
  'baseline-xpu',
  Model.huggingFace('Qwen/Qwen3-0.6B', { token }),
  Engine.vllm({ accelerator: xpu, dtype: Dtype.FLOAT16 }),
  12,
);

// tiered-prefix-cache: KV caches that leave the GPUs go into 100 GiB of the host's memory.
const gpus = Accelerator.nvidia({ count: 2 });
stack(
  'tiered-cache',
  qwen,
  Engine.vllm({ accelerator: gpus, kvTransfer: KvTransfer.offloading({ cpuBytes: Size.gibibytes(100) }) }),
  200,
);

// precise-prefix-cache-routing: the pods publish what their caches hold.
stack(
  'precise-prefix',
  qwen,
  Engine.vllm({
    accelerator: gpus,
    blockSize: 64,
    gpuMemoryUtilization: 0.95,
    kvEvents: {},
    enableScaleOut: true,
  }),
  96,
);

// omni-serving: its stages share out the GPUs themselves, so that no parallelism may follow from their number.
const stages = Accelerator.custom({ resource: 'nvidia.com/gpu', count: 2, usesSharedMemory: true });
new LlmdStack(app, 'omni', {
  model: Model.huggingFace('Qwen/Qwen3-Omni-30B-A3B-Instruct', { token }),
  engine: Engine.vllm({
    accelerator: stages,
    tensorParallelSize: 1,
    image: 'vllm/vllm-omni:v0.27.1',
    trustRemoteCode: true,
  }),
  extraArgs: ['--omni', '--log-stats'],
  replicas: 1,
});

// One download for all replicas, an adapter beside the model, and an update that needs no spare GPU.
const download = new ModelDownload(weights, 'llama', {
  id: 'meta-llama/Llama-3.3-70B-Instruct',
  revision: '6f6073b423013f6a7d4d9f39144961bfbfbc386b',
  token,
  exclude: ['original/*'],
  storage: { size: Size.gibibytes(200), storageClassName: 'shared' },
});
const adapter = new ModelDownload(weights, 'sql-lora', {
  id: 'org/sql-lora',
  revision: '0123456789abcdef0123456789abcdef01234567',
  claim: download.claim,
});
new LlmdStack(app, 'llama', {
  model: download.model,
  engine: Engine.vllm({
    accelerator: Accelerator.nvidia({ count: 4, product: 'NVIDIA-H100-80GB-HBM3' }),
    maxModelLen: 32768,
  }),
  adapters: [LoraAdapter.volume('sql', adapter.claim, { path: adapter.folder, rank: 16 })],
  rollout: { maxSurge: 0, maxUnavailable: 1 },
  replicas: 3,
  labels: { team: 'search' },
});

// A model that needs two nodes of eight GPUs: the leader of each replica is one endpoint.
new LlmdStack(app, 'deepseek', {
  model: Model.huggingFace('deepseek-ai/DeepSeek-V3.1', { token, size: Size.gibibytes(700) }),
  engine: Engine.vllm({ accelerator: Accelerator.nvidia({ count: 8 }), enableExpertParallel: true }),
  nodesPerReplica: 2,
  replicas: 1,
});
app.synth();
