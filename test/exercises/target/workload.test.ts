import { pickerWorkload, scaleCommand, workloadOf } from '../../../lib/exercises/target/workload';
import { withCluster } from '../../support/simulated-api-server';

const POOL = { namespace: 'llm', name: 'opt', labels: { app: 'vllm' }, ports: [8000], picker: 'epp' };
const owned = (kind: string, name: string) => ({
  metadata: { name: `${name}-0`, namespace: 'llm', ownerReferences: [{ kind, name }] },
});

function workload(...items: readonly object[]) {
  const paths = {
    '/api/v1/namespaces/llm/pods': { items },
    '/apis/apps/v1/namespaces/llm/replicasets/rs': {
      metadata: { ownerReferences: [{ kind: 'Deployment', name: 'vllm' }] },
    },
  };
  return withCluster([paths], (cluster) => workloadOf(cluster, POOL));
}

test('the owner of the pods, or of their ReplicaSet', async () => {
  expect(await workload(owned('ReplicaSet', 'rs'), owned('ReplicaSet', 'rs'))).toEqual({
    kind: 'Deployment',
    namespace: 'llm',
    name: 'vllm',
  });
  expect(await workload(owned('StatefulSet', 'vllm'))).toMatchObject({ kind: 'StatefulSet', name: 'vllm' });
});

test.each<[string, object[], string]>([
  ['no pods', [], 'got no pods with its labels'],
  ['two workloads', [owned('ReplicaSet', 'rs'), owned('StatefulSet', 'b')], 'of Deployment vllm, StatefulSet b,'],
  ['another owner', [owned('Job', 'a')], 'got pods a-0 of no known workload'],
])('%s: refused', async (_, pods, message) => {
  await expect(workload(...pods)).rejects.toThrow(message);
});

test('the workload of an endpoint picker, by the selector of its Service', async () => {
  const selected = '/api/v1/namespaces/llm/pods?labelSelector=app=epp';
  const service = { metadata: { namespace: 'llm', name: 'epp' }, spec: { selector: { app: 'epp' } } };
  const behind = (items: readonly object[]) =>
    withCluster([{ [selected]: { items } }], (cluster) => pickerWorkload(cluster, service));
  expect(await behind([owned('StatefulSet', 'epp')])).toEqual({ kind: 'StatefulSet', namespace: 'llm', name: 'epp' });
  await expect(behind([])).rejects.toThrow(
    'LLMD-POOL-WORKLOAD at Service llm/epp: got no pods with its labels {"app":"epp"}',
  );
});

test('the command that scales it', () => {
  expect(scaleCommand({ kind: 'StatefulSet', namespace: 'llm', name: 'vllm' }, 2)).toBe(
    'kubectl scale statefulset/vllm -n llm --replicas=2',
  );
});
