import { App, Size } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import { Accelerator, Engine, LlmdChart, LlmdStack, LoraAdapter, Model, ModelDownload } from 'cdk8s-llm-d';

const app = new App();
const weights = new LlmdChart(app, 'weights');
const token = Secret.fromSecretName(weights, 'token', 'llm-d-hf-token');

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
