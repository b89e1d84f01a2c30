import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type GuideOptions, planGuide, runGuide } from '../../../lib/exercises/guide';
import { type Paths, type Responder, withCluster } from '../../support/simulated-api-server';
import { KINDS, SimulatedObjects } from '../../support/simulated-objects';

const LABELS = { app: 'vllm' };
const DEPLOYMENT = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'vllm', namespace: 'default' },
  spec: { replicas: 1, selector: { matchLabels: LABELS } },
};
const SERVICE = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'vllm', namespace: 'default' },
  spec: { ports: [{ port: 8000 }], selector: LABELS },
};
const DEFINITION = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'pools' },
};
const NAMESPACE = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'system' } };
const POOL = { apiVersion: 'example.com/v1', kind: 'Pool', metadata: { name: 'one', namespace: 'default' } };

const ESTABLISHED = { conditions: [{ type: 'Established', status: 'True' }] };
const ROLLED_OUT = { observedGeneration: 1, replicas: 1, updatedReplicas: 1, availableReplicas: 1 };
const STUCK = { observedGeneration: 1, replicas: 1, updatedReplicas: 1 };

const POOLS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions/pools';
const NO_PODS = { '/api/v1/namespaces/default/pods': { items: [] } };

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'cdk8s-llm-d-run-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, ...objects: readonly object[]): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), objects.map((object) => JSON.stringify(object)).join('\n---\n'));
}

function run(sources: readonly (Paths | Responder)[], number: number, options: GuideOptions = {}) {
  return withCluster(sources, async (cluster) => runGuide(cluster, await planGuide(cluster, number, folder), options));
}

const simulated = (status: object = ROLLED_OUT) =>
  new SimulatedObjects(({ kind }) => (kind === 'Deployment' ? status : ESTABLISHED));

describe('guide 1 on a simulated cluster without pods', () => {
  beforeEach(() => write('guides/1-vllm/all.yaml', DEPLOYMENT, SERVICE));

  test('applies in order, waits, and finds that no pod answers', async () => {
    const cluster = simulated();
    const result = await run([cluster, NO_PODS], 1);
    expect(cluster.applied).toEqual(['Deployment vllm', 'Service vllm']);
    const { checks, objects, passed } = result;
    expect(passed).toBe(false);
    expect(checks).toEqual([
      { name: 'GET /v1/models', expected: 'status 200', measured: 'connection reset', passed: false },
    ]);
    expect(objects).toEqual([
      { title: 'Service default/vllm', action: 'applied' },
      { title: 'Deployment default/vllm', action: 'applied', readyMilliseconds: expect.any(Number) },
    ]);
  });

  test('prints the equivalent commands', async () => {
    const told: string[] = [];
    const listener = { onCommand: (command: string) => void told.push(command) };
    const { commands } = await run([simulated(), NO_PODS], 1, {
      context: 'my cluster',
      timeout: 60,
      listener,
    });
    expect(commands).toEqual([
      `kubectl --context 'my cluster' apply --server-side --field-manager=cdk8s-llm-d -f ${folder}/guides/1-vllm/`,
      "kubectl --context 'my cluster' rollout status deployment/vllm -n default --timeout=60s",
      "kubectl --context 'my cluster' port-forward service/vllm -n default 8000:8000",
      'curl http://localhost:8000/v1/models',
    ]);
    expect(told).toEqual(commands);
  });

  test('again changes nothing', async () => {
    const sources = [simulated(), NO_PODS];
    await run(sources, 1);
    const { objects } = await run(sources, 1);
    expect(objects.map(({ action }) => action)).toEqual(['unchanged', 'unchanged']);
  });

  test('ends when it is interrupted', async () => {
    const interrupted = new AbortController();
    const onWait = () => interrupted.abort(new Error('interrupted'));
    const running = run([simulated(STUCK)], 1, { signal: interrupted.signal, listener: { onWait } });
    await expect(running).rejects.toThrow('interrupted');
  });

  const waiting = (reason: string, message: string) => ({
    containerStatuses: [{ name: 'vllm', state: { waiting: { reason, message } } }],
  });
  test.each<[string, object, string]>([
    [
      'whose image cannot be pulled',
      waiting('ImagePullBackOff', 'no such tag'),
      '0 of 1 pods available; pod p, container vllm: ImagePullBackOff: no such tag, after 0.1 s, expected it to be ready by then. ' +
        'Fix: check the name of the image, and that the nodes may pull it, or wait longer with --timeout.',
    ],
    [
      'for which there is no room',
      {
        conditions: [{ type: 'PodScheduled', status: 'False', message: '0/1 nodes are available: Insufficient cpu.' }],
      },
      'pod p is Pending: 0/1 nodes are available: Insufficient cpu., after 0.1 s, expected it to be ready by then. ' +
        'Fix: give the cluster a node with room',
    ],
    [
      'that is only slow',
      { containerStatuses: [{ name: 'vllm', state: { running: {} } }] },
      'got 0 of 1 pods available, after 0.1 s, expected it to be ready by then. ' +
        'Fix: see `kubectl describe deployment vllm -n default`, or wait longer with --timeout.',
    ],
  ])('reports why a pod is not ready: %s', async (_, status, expected) => {
    const pod = { metadata: { name: 'p' }, status };
    const pods = { '/api/v1/namespaces/default/pods': { items: [pod] } };
    await expect(run([simulated(STUCK), pods], 1, { timeout: 0.1 })).rejects.toThrow(expected);
  });
});

describe('guide 2', () => {
  beforeEach(() => write('guides/2-llm-d/all.yaml', DEPLOYMENT, SERVICE));

  test('applies the platform first, file by file', async () => {
    write('platform/1-crds.yaml', DEFINITION);
    write('platform/0-namespace.yaml', NAMESPACE);
    const cluster = simulated();
    // There is no pool to check.
    await expect(run([cluster], 2)).rejects.toThrow(/^LLMD-GUIDE-POOL/);
    expect(cluster.applied).toEqual([
      'Namespace system',
      'CustomResourceDefinition pools',
      'Deployment vllm',
      'Service vllm',
    ]);
  });

  test.each([
    ['lacks one of its objects', {}, ['platform', '2-llm-d'], /^the cluster lacks CustomResourceDefinition pools: /],
    ['has all of it', { [POOLS]: DEFINITION }, ['2-llm-d'], /^$/],
  ])('plans the platform where the cluster %s', async (_, there, folders, reason) => {
    write('platform/1-crds.yaml', DEFINITION);
    const { parts } = await withCluster([simulated(), there], (cluster) => planGuide(cluster, 2, folder));
    expect(parts.map((part) => part.folder.name)).toEqual(folders);
    expect(parts[0].reason ?? '').toMatch(reason);
  });

  test.each([
    ['group', KINDS],
    ['kind in its group', [...KINDS, ['example.com/v1', 'Other', 'others']] as const],
  ])('without the platform is refused by a cluster that has no such %s', async (_, kinds) => {
    write('guides/2-llm-d/all.yaml', POOL);
    await expect(run([new SimulatedObjects(undefined, kinds)], 2)).rejects.toThrow(
      /^LLMD-CLUSTER-KIND at Pool default\/one: got example.com\/v1 Pool, expected a kind that the cluster has/,
    );
  });
});

test('an unknown guide is refused', async () => {
  await expect(run([], 7)).rejects.toThrow('LLMD-GUIDE-NUMBER at guide: got 7, expected one of 1, 2, 3, 4, 5, 6');
});
