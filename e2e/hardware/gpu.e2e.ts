import { Size } from 'cdk8s';
import { Cpu, EnvValue } from 'cdk8s-plus-28';
import { Accelerator, DataPlane, Engine, InferenceStack, Model, Release } from '../../lib';
import { ACCELERATORS } from '../../lib/catalogue/accelerators';
import { apply } from '../support/apply';
import { defineKinds } from '../support/definitions';
import { getJson, getList } from '../support/kubectl';
import { ownNamespace } from '../support/namespace';
import { advertise } from '../support/node-resource';
import type { PortForward } from '../support/port-forward';
import { removeClusterScoped, serve } from '../support/pool';
import { complete, json } from '../support/requests';
import { synth } from '../support/synth';
import { note, until } from '../support/wait';

const MODEL = 'facebook/opt-125m';
const NVIDIA = ACCELERATORS.nvidia;
const PRODUCT = 'NVIDIA-H100-80GB-HBM3';
const release = Release.GAIE_V1_5_0;

/** vLLM for CPUs runs under the name of the image for CUDA. */
describe(`GPUs that only the scheduler believes in, real vLLM on CPU, real picker ${release.id}:`, () => {
  const namespace = ownNamespace('hardware-gpu');
  advertise(NVIDIA.resource, 2, { [NVIDIA.productLabel!]: PRODUCT });
  const stack = synth(namespace, (chart) => {
    return new InferenceStack(chart, 'gpu', {
      model: Model.huggingFace(MODEL),
      engine: Engine.vllm({ accelerator: Accelerator.nvidia({ count: 1, product: PRODUCT }), maxModelLen: 512 }),
      replicas: 3,
      // Without these vLLM for CPUs takes its KV cache from the memory of the whole node.
      extraEnv: { VLLM_CPU_KVCACHE_SPACE: EnvValue.fromValue('1') },
      extraArgs: ['--gpu-memory-utilization=0.1'],
      // The defaults are for a node with GPUs; the pods have to fit a laptop.
      resources: { cpu: { request: Cpu.millis(100) }, memory: { request: Size.gibibytes(1) } },
      dataPlane: DataPlane.standaloneEnvoy(),
      release,
    });
  });
  let tunnel: PortForward;
  afterAll(async () => {
    await tunnel?.close();
    await removeClusterScoped(stack.yaml);
  });

  test('of three pods with one GPU each, two are scheduled to the node with the product, and one waits', async () => {
    await defineKinds(release);
    await apply(stack.yaml);
    const pods = async () => getList('pods', '-n', namespace, '-l', `app=${stack.made.modelServer.name}`);
    const scheduled = (pod: any) => pod.status.conditions?.find(({ type }: any) => type === 'PodScheduled');
    const waiting = (all: any[]) => all.filter((pod) => scheduled(pod)?.status === 'False');
    await until('two of three pods to be scheduled', 60, pods, (all) => {
      return all.filter((pod) => scheduled(pod)?.status === 'True').length === 2 && waiting(all).length === 1;
    });
    const [pod] = waiting(await pods());
    expect(scheduled(pod).message).toContain('Insufficient nvidia.com/gpu');
    note(scheduled(pod).message);
  });

  test('with two replicas it serves through the endpoint picker', async () => {
    const two = stack.yaml.replace(/^ {2}replicas: 3$/m, '  replicas: 2');
    tunnel = await serve(namespace, two, stack.made);
    const answer = json(await complete(tunnel.url, { model: MODEL, prompt: 'The future', max_tokens: 4 }));
    expect(answer).toMatchObject({ model: MODEL, usage: { completion_tokens: 4 } });
    const { status } = await getJson('deployment', stack.made.modelServer.name, '-n', namespace);
    expect(status.readyReplicas).toBe(2);
  });
});
