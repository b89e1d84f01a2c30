import { Size } from 'cdk8s';
import { ConfigMap, Cpu, EnvValue } from 'cdk8s-plus-28';
import { DataPlane, Engine, InferenceStack, ModelDownload, Mount, Release } from '../../lib';
import { DEFAULT_VLLM } from '../../lib/catalogue/engines/vllm';
import { apply } from '../support/apply';
import { defineKinds } from '../support/definitions';
import { HF_PATH, HUB_URL, hubRequests, startHub } from '../support/hub';
import { getList, kubectl } from '../support/kubectl';
import { ownNamespace } from '../support/namespace';
import { nodeFolder } from '../support/node-folder';
import { readyPods } from '../support/pods';
import { removeClusterScoped, serve } from '../support/pool';
import type { PortForward } from '../support/port-forward';
import { complete, json } from '../support/requests';
import { synth } from '../support/synth';
import { tinyModel } from '../support/tiny-model';
import { note, until } from '../support/wait';

const MODEL = 'e2e/tiny-opt';
const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const VOLUME = 'e2e-model-download';
const release = Release.GAIE_V1_5_0;

describe(`a download that three replicas share, a hub with files of the test, real vLLM ${DEFAULT_VLLM.version} on CPU:`, () => {
  const namespace = ownNamespace('model-download');
  nodeFolder(VOLUME);
  const { yaml, made } = synth(namespace, (chart) => {
    const client = ConfigMap.fromConfigMapName(chart, 'client', 'hub-client');
    const download = new ModelDownload(chart, 'weights', {
      id: MODEL,
      revision: COMMIT,
      endpoint: HUB_URL,
      storage: { size: Size.mebibytes(64), storageClassName: VOLUME },
      // The image of the test cluster has no command `hf`, and is offline unless told otherwise.
      extraEnv: { HF_HUB_OFFLINE: EnvValue.fromValue('0') },
      extraMounts: [Mount.custom(HF_PATH, { configMap: { name: client.name, defaultMode: 0o755 } })],
    });
    const stack = new InferenceStack(chart, 'tiny', {
      model: download.model,
      engine: Engine.vllmCpu({ gpuMemoryUtilization: 0.1 }),
      replicas: 3,
      resources: { cpu: { request: Cpu.millis(100) }, memory: { request: Size.gibibytes(1) } },
      dataPlane: DataPlane.standaloneEnvoy(),
      release,
    });
    return { download, stack };
  });
  const objects = yaml.split(/^---$/m);
  const isJob = (object: string) => /^kind: Job$/m.test(object);
  const job = objects.filter(isJob).join('---');
  const { name } = made.download;
  const server = made.stack.modelServer.name;
  const finished = () => kubectl(['wait', '-n', namespace, `job/${name}`, '--for=condition=complete', '--timeout=2m']);
  let tunnel: PortForward;
  let asked: number;
  afterAll(async () => {
    await tunnel?.close();
    await removeClusterScoped(yaml);
  });

  test('without the download, the replicas wait and say for what', async () => {
    await defineKinds(release);
    await apply(objects.filter((object) => !isJob(object)).join('---'));
    const pods = () => getList('pods', '-n', namespace, '-l', `app=${server}`);
    const isWaiting = ({ status }: any) => status.initContainerStatuses?.[0].state.running !== undefined;
    await until('three pods to wait', 60, pods, (all) => all.length === 3 && all.every(isWaiting));
    const log = () => kubectl(['logs', '-n', namespace, `deployment/${server}`, '-c', 'wait-for-download']);
    await until('the log of a waiting pod', 10, log, (text) => text !== '');
    expect(await log()).toBe(
      `waiting for /models/weights/${MODEL}/${COMMIT}/.download-complete, which the Job of the download writes last\n`,
    );
  });

  test('the Job downloads each file once, and no other pod asks the hub', async () => {
    await startHub(namespace, { id: MODEL, commit: COMMIT, files: tinyModel() });
    await apply(job);
    await finished();
    const [{ status }] = await getList('pods', '-n', namespace, '-l', `job-name=${name}`);
    const requests = await hubRequests(namespace);
    expect(new Set(requests.map(({ client }) => client))).toEqual(new Set([status.podIP]));
    const path = (file: string) => `/${MODEL}/resolve/${COMMIT}/${file}`;
    const downloads = requests.filter(({ method, path }) => method === 'GET' && path.includes('/resolve/'));
    expect(downloads.map((it) => it.path).sort()).toEqual(Object.keys(tinyModel()).map(path).sort());
    asked = requests.length;
    note(`${asked} requests to the hub`);
  });

  test('three replicas start from the claim and serve', async () => {
    tunnel = await serve(namespace, yaml, made.stack);
    const body = { model: MODEL, prompt: 'The future', max_tokens: 4, ignore_eos: true };
    expect(json(await complete(tunnel.url, body))).toMatchObject({ model: MODEL, usage: { completion_tokens: 4 } });
    const pods = await readyPods(namespace, server);
    expect(pods.map(({ status }) => status.containerStatuses[0].restartCount)).toEqual([0, 0, 0]);
    const [pod] = await getList('pods', '-n', namespace, '-l', `job-name=${name}`);
    const ended = Date.parse(pod.status.containerStatuses[0].state.terminated.finishedAt);
    const ready = pods.map(
      ({ status }) => status.conditions.find(({ type }: any) => type === 'Ready').lastTransitionTime,
    );
    note(`ready ${ready.map((time) => (Date.parse(time) - ended) / 1000).join(', ')} s after the download`);
  });

  test('neither they nor a Job that is made again have asked the hub', async () => {
    await kubectl(['delete', '-n', namespace, `job/${name}`]);
    await apply(job);
    await finished();
    expect(await kubectl(['logs', '-n', namespace, `job/${name}`])).toBe(
      `/models/${made.download.folder} is complete\n`,
    );
    expect(await hubRequests(namespace)).toHaveLength(asked);
  });
});
