import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planGuide, runGuide } from '../../../lib/exercises/guide';
import { withCluster } from '../../support/simulated-api-server';
import { SimulatedObjects } from '../../support/simulated-objects';

const LABELS = { 'app.kubernetes.io/managed-by': 'cdk8s-llm-d', 'app.kubernetes.io/part-of': 'llm-d-guides' };
const SERVICE = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'vllm', namespace: 'default', labels: LABELS },
  spec: { ports: [{ port: 8000 }] },
};
const OTHER_PORT = { ...SERVICE, spec: { ports: [{ port: 80 }] } };
const UNLABELLED = { ...OTHER_PORT, metadata: { ...SERVICE.metadata, labels: { app: 'vllm' } } };
const PATH = '/api/v1/namespaces/default/services/vllm';

const definition = (version?: string, channel = 'standard') => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: {
    name: 'gateways',
    annotations: version === undefined ? {} : { 'x.io/bundle-version': version, 'x.io/channel': channel },
  },
  spec: { version, channel },
});
const GATEWAYS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions/gateways';
const NAMESPACE = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'system' } };

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'cdk8s-llm-d-own-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, ...objects: readonly object[]): void {
  mkdirSync(join(folder, path), { recursive: true });
  writeFileSync(join(folder, path, 'all.yaml'), objects.map((object) => JSON.stringify(object)).join('\n---\n'));
}

const objectsWith = (path: string, object: object, manager: string) =>
  new SimulatedObjects(({ kind }) =>
    kind === 'CustomResourceDefinition' ? { conditions: [{ type: 'Established', status: 'True' }] } : undefined,
  ).put(path, object, manager);

const NO_PODS = { '/api/v1/namespaces/default/pods': { items: [] } };

/** Runs guide 1; `between` happens after the plan. */
function run(objects: SimulatedObjects, takeOver = false, between: () => void = () => undefined) {
  return withCluster([objects, NO_PODS], async (cluster) => {
    const plan = await planGuide(cluster, 1, folder, takeOver);
    between();
    return runGuide(cluster, plan);
  });
}

describe('an object in the cluster', () => {
  beforeEach(() => write('guides/1-vllm', SERVICE));

  test.each([
    ['with labels of others', UNLABELLED, 'kubectl-client-side-apply', 'kubectl-client-side-apply'],
    ['of another manager', OTHER_PORT, 'argocd-controller', 'argocd-controller'],
  ])('%s is refused, and taken over when told so', async (_, object, manager, owner) => {
    const objects = objectsWith(PATH, object, manager);
    await expect(run(objects)).rejects.toThrow(
      `LLMD-GUIDE-OWNER at Service default/vllm: got Service default/vllm of ${owner}, `,
    );
    expect(objects.get(PATH).spec).toEqual(object.spec);
    await run(objects, true);
    expect(objects.applied).toEqual(['Service vllm by force']);
    expect(objects.get(PATH).spec).toEqual(SERVICE.spec);
  });

  test('that kubectl applied from a folder of guides is changed', async () => {
    const objects = objectsWith(PATH, OTHER_PORT, 'kubectl-client-side-apply');
    await run(objects);
    expect(objects.get(PATH).spec).toEqual(SERVICE.spec);
  });

  test('that a guide applied, with fields of another manager, is refused by field', async () => {
    const objects = new SimulatedObjects();
    await run(objects);
    objects.addManager(PATH, 'kube-controller-manager', OTHER_PORT.spec);
    await expect(run(objects)).rejects.toThrow('Service default/vllm of kube-controller-manager (.spec)');
    expect(objects.get(PATH).spec).toEqual(OTHER_PORT.spec);
  });

  test.each(['kubectl-client-side-apply', 'argocd-controller'])('that equals the folder stays: %s', async (manager) => {
    const objects = objectsWith(PATH, SERVICE, manager);
    const { commands } = await run(objects);
    expect(objects.applied).toEqual([]);
    expect(commands[0]).toMatch(/^kubectl port-forward /);
  });

  test.each(['helm', 'kubectl-client-side-apply'])('that %s made after the plan is a conflict', async (manager) => {
    const objects = new SimulatedObjects();
    await expect(run(objects, false, () => objects.put(PATH, UNLABELLED, manager))).rejects.toThrow(
      `LLMD-GUIDE-CONFLICT at Service default/vllm: got fields of ${manager} (.spec)`,
    );
    expect(objects.applied).toEqual([]);
  });
});

test('a platform that another manager keeps complete is used as it is', async () => {
  write('platform', definition('v1.5.1'));
  write('guides/2-llm-d', SERVICE);
  const objects = objectsWith(GATEWAYS, definition('v1.5.0'), 'helm');
  const { parts } = await withCluster([objects], (cluster) => planGuide(cluster, 2, folder));
  expect(parts.map((part) => part.folder.name)).toEqual(['2-llm-d']);
});

describe('a definition in the cluster', () => {
  const attempt = async (found: object, manager: string, wanted: object = definition('v1.5.1')) => {
    write('platform', wanted, NAMESPACE);
    write('guides/2-llm-d', SERVICE);
    const objects = objectsWith(GATEWAYS, found, manager);
    const notes: string[] = [];
    const listener = { onNote: (note: string) => void notes.push(note) };
    const running = withCluster([objects], async (cluster) =>
      runGuide(cluster, await planGuide(cluster, 2, folder), { listener }),
    );
    // There is no pool to check.
    await expect(running).rejects.toThrow(/^LLMD-GUIDE-(POOL|OWNER)/);
    return { applied: objects.applied, notes: notes.slice(1) };
  };

  test.each([
    [
      'newer',
      definition('v1.10.0'),
      "CustomResourceDefinition gateways stays: the cluster's v1.10.0 (standard) is newer",
    ],
    [
      'of another channel',
      definition('v1.4.0', 'experimental'),
      "CustomResourceDefinition gateways stays: the cluster's v1.4.0 (experimental) is of another channel",
    ],
  ])('that is %s stays, and what is missing is applied', async (_, found, note) => {
    expect(await attempt(found, 'kubectl-client-side-apply')).toEqual({
      applied: ['Namespace system', 'Service vllm'],
      notes: [note],
    });
  });

  test.each(['v1.5.0', 'v1.5.1-rc.1', 'v0.9.9'])('of version %s is older: it is applied', async (version) => {
    const { applied } = await attempt(definition(version), 'kubectl-client-side-apply');
    expect(applied[0]).toBe('CustomResourceDefinition gateways by force');
  });

  test('that is older and of another manager is refused', async () => {
    expect(await attempt(definition('v1.5.0'), 'helm')).toEqual({ applied: [], notes: [] });
  });

  test('without a version stays, unless a guide applied it', async () => {
    const wanted = { ...definition(), spec: { columns: 1 } };
    const { applied } = await attempt(definition(), 'kubectl-client-side-apply', wanted);
    expect(applied).toEqual(['Namespace system', 'Service vllm']);
  });
});
