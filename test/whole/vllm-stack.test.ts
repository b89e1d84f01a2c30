import { App, Chart } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import { Accelerator, Engine, LlmdStack, LoraAdapter, Model } from '../../lib';
import { findings } from '../support/findings';
import { type KubeObject, mainContainer, podSpec } from '../support/objects';

test('a model of 70 billion parameters on four GPUs', () => {
  const app = new App();
  const objects: KubeObject[] = new LlmdStack(app, 'llama', {
    model: Model.huggingFace('meta-llama/Llama-3.3-70B-Instruct', {
      revision: '6f6073b423013f6a7d4d9f39144961bfbfbc386b',
      token: Secret.fromSecretName(new Chart(app, 'secrets'), 't', 'hf'),
    }),
    engine: Engine.vllm({
      accelerator: Accelerator.nvidia({ count: 4, product: 'NVIDIA-H100-80GB-HBM3' }),
      maxModelLen: 32768,
      gpuMemoryUtilization: 0.92,
    }),
    adapters: [LoraAdapter.huggingFace('sql', 'org/sql-lora', { rank: 16 })],
    replicas: 3,
    labels: { team: 'search' },
    annotations: { 'argocd.argoproj.io/sync-wave': '2' },
  }).toJson();
  const server = objects.find(({ spec }) => spec?.template?.spec.containers[0].name === 'vllm')!;
  const container = mainContainer([server]);
  expect(container.resources.limits).toEqual({ 'nvidia.com/gpu': '4' });
  expect(container.args).toEqual([
    'meta-llama/Llama-3.3-70B-Instruct',
    '--port=8000',
    '--revision=6f6073b423013f6a7d4d9f39144961bfbfbc386b',
    '--tensor-parallel-size=4',
    '--max-model-len=32768',
    '--gpu-memory-utilization=0.92',
    '--disable-access-log-for-endpoints=/health,/metrics,/v1/models',
    '--shutdown-timeout=45',
    '--enable-lora',
    '--max-loras=1',
    '--max-cpu-loras=1',
    '--max-lora-rank=16',
    '--lora-modules',
    '{"name":"sql","path":"org/sql-lora"}',
  ]);
  expect(podSpec([server]).volumes).toContainEqual({
    name: 'dev-shm',
    emptyDir: { medium: 'Memory', sizeLimit: '20Gi' },
  });
  expect(container.env.filter(({ name }: any) => name.startsWith('VLLM_CPU'))).toEqual([]);
  expect(findings(objects, [{ group: '', kind: 'Secret', name: 'hf', namespace: 'default' }])).toEqual([]);
});
