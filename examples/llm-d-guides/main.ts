import { App, Size } from 'cdk8s';
import { Cpu, type ContainerResources, Secret } from 'cdk8s-plus-28';
import { Accelerator, Dtype, Engine, KvTransfer, LlmdStack, type LlmdStackProps, Model } from 'cdk8s-llm-d';

const app = new App();
const token = Secret.fromSecretName(app, 'token', 'llm-d-hf-token');
const qwen32 = Model.huggingFace('Qwen/Qwen3-32B', { token });

/** The labels that llm-d puts on the pods of a guide. */
function guideLabels(guide: string, vendor: string, variant: string, model?: string): { [label: string]: string } {
  return {
    'llm-d.ai/guide': guide,
    'llm-d.ai/role': 'decode',
    'llm-d.ai/accelerator-vendor': vendor,
    'llm-d.ai/accelerator-variant': variant,
    ...(model !== undefined && { 'llm-d.ai/model': model }),
  };
}

/** CPU in cores and memory in GiB: requests, and limits where they are more. */
function resources(cpu: number, memory: number, cpuLimit = cpu, memoryLimit = memory): ContainerResources {
  return {
    cpu: { request: Cpu.units(cpu), limit: Cpu.units(cpuLimit) },
    memory: { request: Size.gibibytes(memory), limit: Size.gibibytes(memoryLimit) },
  };
}

function stack(id: string, props: LlmdStackProps): void {
  new LlmdStack(app, id, { replicas: 2, ...props });
}

// optimized-baseline, by accelerator.
stack('baseline-nvidia', {
  model: Model.huggingFace('Qwen/Qwen3.5-4B', { token }),
  engine: Engine.vllm({ accelerator: Accelerator.nvidia({ count: 1 }), sharedMemory: Size.gibibytes(20) }),
  resources: resources(10, 20, 20, 40),
  podLabels: guideLabels('optimized-baseline', 'nvidia', 'gpu', 'Qwen3.5-4B'),
});
stack('baseline-amd', {
  model: qwen32,
  engine: Engine.vllm({ accelerator: Accelerator.amd({ count: 2 }) }),
  resources: resources(8, 100, 16),
  podLabels: guideLabels('optimized-baseline', 'amd', 'gpu', 'Qwen3-32B'),
});
stack('baseline-tpu-v6', {
  model: qwen32,
  engine: Engine.vllm({ accelerator: Accelerator.googleTpu({ type: 'tpu-v6e-slice', topology: '2x4' }) }),
  podLabels: guideLabels('optimized-baseline', 'google', 'tpu', 'Qwen3-32B'),
});
stack('baseline-tpu-v7', {
  model: qwen32,
  engine: Engine.vllm({ accelerator: Accelerator.googleTpu({ type: 'tpu7x', topology: '2x2x1' }) }),
  resources: resources(16, 64),
  podLabels: guideLabels('optimized-baseline', 'google', 'tpu', 'Qwen3-32B'),
});

// Intel GPUs by device claim, here and in precise-prefix-cache-routing.
const xpu = Accelerator.deviceClaim({ deviceClass: 'gpu.intel.com', count: 1 });
const qwen06 = Model.huggingFace('Qwen/Qwen3-0.6B', { token });
stack('baseline-xpu', {
  model: qwen06,
  engine: Engine.vllm({ accelerator: xpu, dtype: Dtype.FLOAT16, disableSlidingWindow: true }),
  resources: resources(4, 12, 8, 24),
  podLabels: guideLabels('optimized-baseline', 'intel', 'xpu', 'Qwen3-32B'),
});

// tiered-prefix-cache: KV caches that leave the GPUs go into 100 GiB of the host's memory.
const gpus = Accelerator.nvidia({ count: 2 });
stack('tiered-cache', {
  model: qwen32,
  engine: Engine.vllm({
    accelerator: gpus,
    kvTransfer: KvTransfer.offloading({ cpuBytes: Size.gibibytes(100) }),
  }),
  resources: resources(8, 200, 16, 400),
  podLabels: guideLabels('tiered-prefix-cache', 'nvidia', 'gpu', 'Qwen3-32B'),
});

// precise-prefix-cache-routing: the pods publish what their caches hold, and turn prompts into tokens.
stack('precise-prefix-nvidia', {
  model: qwen32,
  engine: Engine.vllm({ accelerator: gpus, blockSize: 64, kvEvents: { replayPort: 5559 }, enableScaleOut: true }),
  resources: resources(8, 96, 16, 128),
  podLabels: guideLabels('precise-prefix-cache-routing', 'nvidia', 'gpu', 'Qwen3-32B'),
});
stack('precise-prefix-xpu', {
  model: qwen06,
  engine: Engine.vllm({
    accelerator: xpu,
    dtype: Dtype.FLOAT16,
    disableSlidingWindow: true,
    blockSize: 64,
    kvEvents: {},
    enableScaleOut: true,
  }),
  resources: resources(4, 12, 8, 24),
  podLabels: guideLabels('precise-prefix-cache-routing', 'intel', 'xpu', 'Qwen3-0.6B'),
});

// omni-serving: its stages share out the GPUs themselves, so that no parallelism may follow from their number.
const stages = Accelerator.custom({
  resource: 'nvidia.com/gpu',
  count: 2,
  tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' }],
  usesSharedMemory: true,
});
stack('omni', {
  model: Model.huggingFace('Qwen/Qwen3-Omni-30B-A3B-Instruct', { token }),
  engine: Engine.vllm({
    accelerator: stages,
    tensorParallelSize: 1,
    image: 'vllm/vllm-omni:v0.27.1',
    trustRemoteCode: true,
    disableAccessLogForEndpoints: ['/health', '/metrics', '/v1/models'],
    sharedMemory: Size.gibibytes(16),
  }),
  extraArgs: ['--omni', '--log-stats'],
  resources: resources(8, 96, 16, 128),
  replicas: 1,
  podLabels: { ...guideLabels('omni-serving', 'nvidia', 'gpu'), 'llm-d.ai/engine-type': 'vllm-omni' },
});
app.synth();
