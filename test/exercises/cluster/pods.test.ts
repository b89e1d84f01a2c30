import { isReady, labelSelector, nameOf, podProxyPath, podsWith } from '../../../lib/exercises/cluster/pods';
import { withCluster } from '../../support/simulated-api-server';

const READY = { conditions: [{ type: 'Ready', status: 'True' }] };

test('labels are one encoded selector', () => {
  expect(decodeURIComponent(labelSelector({ app: 'vllm', 'llm-d.ai/role': 'decode' }))).toBe(
    'app=vllm,llm-d.ai/role=decode',
  );
});

test('the path of a server in a pod', () => {
  expect(podProxyPath('llm', 'a', 8000, '/metrics')).toBe('/api/v1/namespaces/llm/pods/a:8000/proxy/metrics');
});

test.each<[string, object, boolean]>([
  ['a ready pod', { metadata: {}, status: READY }, true],
  ['a pod that is being deleted', { metadata: { deletionTimestamp: 'now' }, status: READY }, false],
  ['a pod that is not ready', { metadata: {}, status: { conditions: [{ type: 'Ready', status: 'False' }] } }, false],
  ['a pod without a status', { metadata: {} }, false],
])('%s is ready: %p', (_, pod, expected) => expect(isReady(pod)).toBe(expected));

test('pods are asked for by label and come oldest first', async () => {
  const pod = (name: string, creationTimestamp: string) => ({ metadata: { name, creationTimestamp } });
  const items = [pod('new', '2026-02-01'), pod('old', '2026-01-01')];
  const paths = { '/api/v1/namespaces/llm/pods?labelSelector=app=vllm': { items } };
  const pods = await withCluster([paths], (cluster) => podsWith(cluster, 'llm', { app: 'vllm' }));
  expect(pods.map(nameOf)).toEqual(['old', 'new']);
});
