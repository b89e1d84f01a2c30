import { DataPlane, Engine, InferenceStack, Model, Release } from '../../lib';
import { DEFAULT_SIMULATOR } from '../../lib/catalogue/engines/simulator';
import { apply, changes } from '../support/apply';
import { defineKinds } from '../support/definitions';
import { getList } from '../support/kubectl';
import { ownNamespace } from '../support/namespace';
import { removeClusterScoped, serve } from '../support/pool';
import type { PortForward } from '../support/port-forward';
import { complete, json } from '../support/requests';
import { synth } from '../support/synth';
import { until } from '../support/wait';

const MODEL = 'facebook/opt-125m';
const release = Release.GAIE_V1_5_0;

/** The nodes are simulators that know nothing of each other: the worker stands for one that computes for the leader. */
describe(`a replica of two pods, simulated vLLM, real LeaderWorkerSet controller, real picker ${release.id}:`, () => {
  const namespace = ownNamespace('leader-worker-set');
  const simulator = (port: number) => [`--model=${MODEL}`, `--port=${port}`, '--force-dummy-tokenizer'];
  const stack = synth(namespace, (chart) => {
    return new InferenceStack(chart, 'nodes', {
      model: Model.huggingFace(MODEL),
      engine: Engine.custom({
        name: 'llm-d-inference-sim',
        image: DEFAULT_SIMULATOR.image,
        args: simulator(8000),
        workerArgs: simulator(9000),
        mounts: [],
        user: 65532,
      }),
      nodesPerReplica: 2,
      replicas: 2,
      dataPlane: DataPlane.standaloneEnvoy(),
      release,
    });
  });
  const pods = () => getList('pods', '-n', namespace, '-l', 'leaderworkerset.sigs.k8s.io/name=nodes');
  const isReady = ({ status }: any) =>
    status.conditions?.some((it: any) => it.type === 'Ready' && it.status === 'True');
  let tunnel: PortForward;
  afterAll(async () => {
    await tunnel?.close();
    await removeClusterScoped(stack.yaml);
  });

  test('two groups of two pods become ready', async () => {
    await defineKinds(release);
    await apply(stack.yaml);
    await until('four ready pods', 120, pods, (all) => all.length === 4 && all.every(isReady));
    expect(changes(await apply(stack.yaml))).toEqual([]);
  });

  test('the endpoint picker sends requests to the leaders alone', async () => {
    tunnel = await serve(namespace, stack.yaml, stack.made);
    const { pool } = stack.made;
    const selector = Object.entries(pool.podSelector).map(([key, value]) => `${key}=${value}`);
    const members = await getList('pods', '-n', namespace, '-l', selector.join(','));
    const index = (pod: any) => pod.metadata.labels['leaderworkerset.sigs.k8s.io/worker-index'];
    expect(members.map(index)).toEqual(['0', '0']);
    expect(json(await complete(tunnel.url, { model: MODEL, prompt: 'The future', max_tokens: 4 })).model).toBe(MODEL);
  });
});
