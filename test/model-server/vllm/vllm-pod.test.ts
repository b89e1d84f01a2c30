import { App, Size } from 'cdk8s';
import { AcceleratorVendor, Engine, KvTransfer, LlmdStack, ModelServer, type VllmOptions } from '../../../lib';
import { findings } from '../../support/findings';
import { type KubeObject, mainContainer, podSpec } from '../../support/objects';
import { synth } from '../../support/synth';
import { accelerator, GPU, MODEL } from '../../support/vllm';

describe('the pod', () => {
  const pod = (options: Partial<VllmOptions>) =>
    synth(
      (chart) => new ModelServer(chart, 'm', { model: MODEL, engine: Engine.vllm({ accelerator: GPU, ...options }) }),
    );

  test('everything that vLLM writes to is writable, and /dev/shm is there for several accelerators', () => {
    const paths = (count: number) =>
      mainContainer(pod({ accelerator: accelerator(AcceleratorVendor.NVIDIA, count) })).volumeMounts.map(
        ({ mountPath }: any) => mountPath,
      );
    expect(paths(1)).toEqual(['/tmp', '/home/vllm', '/home/vllm/.cache']);
    expect(paths(2)).toEqual(['/tmp', '/home/vllm', '/home/vllm/.cache', '/dev/shm']);
    expect(podSpec(pod({ sharedMemory: Size.gibibytes(2) })).volumes).toContainEqual({
      name: 'dev-shm',
      emptyDir: { medium: 'Memory', sizeLimit: '2Gi' },
    });
  });

  test('it has no variable for CPUs', () => {
    const names = mainContainer(pod({})).env.map(({ name }: any) => name);
    expect(names).toEqual(['HOME', 'HF_HOME', 'DO_NOT_TRACK', 'USER', 'TRITON_CACHE_DIR', 'CUDA_CACHE_PATH']);
  });

  test('requests grow with the accelerators', () => {
    const { resources } = mainContainer(pod({ accelerator: accelerator(AcceleratorVendor.NVIDIA, 4) }));
    expect(resources.requests).toMatchObject({ cpu: '6', memory: '32Gi' });
  });

  test.each<[string, Partial<VllmOptions>]>([
    ['NVIDIA', { accelerator: accelerator(AcceleratorVendor.NVIDIA, 4, { resource: 'nvidia.com/gpu' }) }],
    ['AMD', { accelerator: accelerator(AcceleratorVendor.AMD, 2) }],
    ['XPU', { accelerator: accelerator(AcceleratorVendor.INTEL_XPU) }],
    ['TPU', { accelerator: accelerator(AcceleratorVendor.GOOGLE_TPU, 8, { usesSharedMemory: false }) }],
    ['NIXL and events', { kvTransfer: KvTransfer.nixl(), kvEvents: {}, blockSize: 64 }],
    ['offloading', { kvTransfer: KvTransfer.offloading({ cpuBytes: Size.gibibytes(10) }) }],
    [
      'a port for each rank',
      {
        accelerator: accelerator(AcceleratorVendor.NVIDIA, 4),
        dataParallelSize: 4,
        dataParallelMultiPortExternalLb: true,
        enableExpertParallel: true,
      },
    ],
    ['tools', { toolCallParser: 'hermes', reasoningParser: 'qwen3', quantization: 'fp8' }],
    ['speculative', { speculativeConfig: { numSpeculativeTokens: 3, method: 'ngram' } }],
  ])('validation finds nothing: %s', (_, options) => {
    const objects: KubeObject[] = new LlmdStack(new App(), 'm', {
      model: MODEL,
      engine: Engine.vllm({ accelerator: GPU, ...options }),
    }).toJson();
    expect(objects).not.toHaveLength(0);
    expect(findings(objects)).toEqual([]);
  });
});
