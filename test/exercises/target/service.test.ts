import { backendOf } from '../../../lib/exercises/target/service';
import { withCluster } from '../../support/simulated-api-server';

const SERVICE = {
  metadata: { namespace: 'llm', name: 'epp' },
  spec: { selector: { app: 'epp' }, ports: [{ port: 80, targetPort: 'http' }, { port: 9090 }] },
};

const pod = (name: string, isReady = true) => ({
  metadata: { name, creationTimestamp: name },
  spec: { containers: [{ ports: [{ name: 'http', containerPort: 8081 }] }] },
  status: { conditions: [{ type: 'Ready', status: isReady ? 'True' : 'False' }] },
});

function backend(port: number, ...items: readonly object[]) {
  const paths = { '/api/v1/namespaces/llm/pods?labelSelector=app=epp': { items } };
  return withCluster([paths], (cluster) => backendOf(cluster, SERVICE, port));
}

test('the newest ready pod, at the container port that the target port names', async () => {
  expect(await backend(80, pod('a'), pod('b'), pod('c', false))).toEqual({ namespace: 'llm', pod: 'b', port: 8081 });
});

test('without a target port it is the port of the Service', async () => {
  expect(await backend(9090, pod('a'))).toMatchObject({ port: 9090 });
});

test.each<[string, number, object[]]>([
  ['no ready pod', 80, [pod('a', false)]],
  ['no such port', 81, [pod('a')]],
])('no backend: %s', async (_, port, pods) => expect(await backend(port, ...pods)).toBeUndefined());
