import { HANG, type Handler, SimulatedApiServer, withCluster } from '../../support/simulated-api-server';
import { Cluster } from '../../../lib/exercises/cluster/cluster';

/** Answers with some refusals, and then with an object. */
function afterRefusals(...refusals: readonly number[]): { readonly asked: number[]; readonly handler: Handler } {
  const asked: number[] = [];
  const handler = () => {
    asked.push(performance.now());
    return refusals[asked.length - 1] ?? { kind: 'Pod', metadata: { name: 'a' } };
  };
  return { asked, handler };
}

test.each([429, 500, 502, 503, 504])('a GET that is answered with %d is sent again', async (status) => {
  const { asked, handler } = afterRefusals(status);
  const found = await withCluster([{ '/pods/a': handler }], (cluster) => cluster.get('/pods/a'));
  expect(found.metadata.name).toBe('a');
  expect(asked).toHaveLength(2);
});

test.each([
  ['400', 400, 1],
  ['500 for ever', 500, 4],
])('%s is an error', async (_, status, times) => {
  const { asked, handler } = afterRefusals(...Array<number>(9).fill(status));
  await expect(withCluster([{ '/a': handler }], (cluster) => cluster.get('/a'))).rejects.toThrow(
    `got ${status} for GET`,
  );
  expect(asked).toHaveLength(times);
});

test('what may be down as a part of an exercise is asked for once', async () => {
  const { asked, handler } = afterRefusals(503, 503);
  await expect(withCluster([{ '/a': handler }], (cluster) => cluster.textIfUp('/a'))).rejects.toThrow('503');
  expect(asked).toHaveLength(1);
  const busy = afterRefusals(429);
  await withCluster([{ '/a': busy.handler }], (cluster) => cluster.textIfUp('/a'));
  expect(busy.asked).toHaveLength(2);
});

test('the grace period of a deletion reaches the server', async () => {
  let asked = '';
  const handler: Handler = (method, body) => ((asked = `${method} ${body}`), {});
  await withCluster([{ '/pods/a': handler }], (cluster) => cluster.delete('/pods/a', 0));
  expect(asked).toBe('DELETE {"gracePeriodSeconds":0}');
});

test('a change is sent once', async () => {
  const { asked, handler } = afterRefusals(500, 500);
  await expect(withCluster([{ '/a': handler }], (cluster) => cluster.patch('/a', {}))).rejects.toThrow('500');
  expect(asked).toHaveLength(1);
});

test('an aborted signal ends requests, but not those of withoutSignal', async () => {
  const server = await SimulatedApiServer.start({ '/a': {} });
  process.env.KUBECONFIG = server.kubeconfig;
  const end = new AbortController();
  const cluster = await Cluster.open(undefined, end.signal);
  end.abort(new Error('interrupted'));
  await expect(cluster.get('/a')).rejects.toThrow('interrupted');
  await expect(cluster.patch('/a', {})).rejects.toThrow('interrupted');
  expect(await cluster.withoutSignal.get('/a')).toEqual({});
  expect(server.requests).toEqual(['GET /a']);
  await server.stop();
});

test.each<[string, Handler, object | string]>([
  [
    'that is answered soon is known',
    () => new Promise((resolve) => setTimeout(() => resolve({ made: 1 }), 300)),
    { made: 1 },
  ],
  ['that is not answered ends within a second', HANG, 'interrupted'],
])('a change under way at an abort %s', async (_, handler, outcome) => {
  const server = await SimulatedApiServer.start({ '/a': handler });
  process.env.KUBECONFIG = server.kubeconfig;
  const end = new AbortController();
  const cluster = await Cluster.open(undefined, end.signal);
  let start = 0;
  setTimeout(() => {
    start = performance.now();
    end.abort(new Error('interrupted'));
  }, 100);
  const changed = cluster.create('/a', {}).catch((error: Error) => error.message);
  expect(await changed).toEqual(outcome);
  expect(performance.now() - start).toBeLessThan(1000);
  await server.stop();
});
