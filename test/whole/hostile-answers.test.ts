import { runCommand } from '../support/command';
import { HANG, type Handler, type Paths, type Reply, SimulatedApiServer } from '../support/simulated-api-server';
import { SimulatedPool } from '../support/simulated-pool';

/* Exercises on a pool whose API server answers otherwise than one should. */

const POOLS = '/apis/inference.networking.k8s.io/v1/inferencepools';

/** Runs an exercise on a simulated pool whose replies are changed. */
async function exercise(change: (paths: Paths) => Paths, ...args: readonly string[]) {
  const pool = await SimulatedPool.start();
  const server = await SimulatedApiServer.start(change(pool.paths));
  try {
    const flags = ['--url', pool.url, '--timeout=1'];
    return { ...(await runCommand(['exercise', ...args, ...flags], server.kubeconfig)), replicas: pool.replicas };
  } finally {
    await pool.stop();
    await server.stop();
  }
}

const HTML = '<!doctype html>\n<title>\u001b[31mLog in</title>';
const CORE = '/api/v1/namespaces/llm';
const APPS = '/apis/apps/v1/namespaces/llm';

test.each<[string, Reply, string]>([
  [POOLS, HTML, 'got <!doctype html> <title> [31mLog in</title> for GET '],
  [POOLS, '', 'got an empty answer for GET '],
  [
    POOLS,
    { items: [{ metadata: { name: 'a', namespace: 'llm' } }] },
    'got no proper spec.selector.matchLabels in {"metadata":{"name":"a","namespace":"llm"}} for GET ',
  ],
  [`${CORE}/services/epp`, '{}', 'got no proper metadata.name in {} for GET '],
  [`${CORE}/services/epp`, '{"metadata":', 'got {"metadata": for GET '],
  [`${CORE}/pods`, { items: [{}] }, 'got no proper items?[].metadata.name in {"items":[{}]} for GET '],
  [`${APPS}/replicasets/vllm`, {}, 'got no proper metadata in {} for GET '],
  [`${APPS}/deployments/vllm/scale`, { kind: 'Scale' }, 'got no proper spec in {"kind":"Scale"} for GET '],
  ['/version', '[]', 'got [] for GET '],
])('a server that answers something else at %s: %j', async (path, reply, expected) => {
  const { code, stderr } = await exercise((paths) => ({ ...paths, [path]: reply }), 'observability', '--yes');
  expect(code).toBe(2);
  expect(stderr).toContain(`LLMD-CLUSTER-ANSWER at simulated: ${expected}${path}`);
  expect(stderr).not.toContain('bug');
});

test.each([429, 503])('a pool whose server and picker answer %d now and then: exit 0', async (status) => {
  const flaky = (paths: Paths): Paths =>
    Object.fromEntries(
      Object.entries(paths).map(([path, reply]) => {
        let asked = 0;
        const handler: Handler = (...request) => {
          if (request[0] === 'GET' && ++asked % 5 === 2) return status;
          return typeof reply === 'function' ? (reply as Handler)(...request) : reply;
        };
        return [path, handler];
      }),
    );
  const { code, stderr, replicas } = await exercise(flaky, 'observability', '--yes', '--json');
  expect(stderr).not.toContain('error');
  expect({ code, replicas }).toEqual({ code: 0, replicas: 2 });
});

test.each([
  [POOLS, 'GET'],
  [`${CORE}/services/epp`, 'GET'],
  [`${CORE}/pods`, 'GET'],
  [`${CORE}/pods/epp-0:9090/proxy/metrics`, 'GET'],
  ['/version', 'GET'],
  [`${APPS}/deployments/vllm/scale`, 'GET'],
  [`${APPS}/deployments/vllm/scale`, 'PATCH'],
])('a pool whose server no longer answers at %s, %s, and a Ctrl-C: it ends within a second', async (path, method) => {
  let [at, isOver] = [0, false];
  const flaky = (paths: Paths): Paths => {
    const real = paths[path];
    const handler: Handler = (...request) => {
      if (request[0] !== method || isOver) return typeof real === 'function' ? (real as Handler)(...request) : real;
      setTimeout(() => {
        [at, isOver] = [performance.now(), true];
        process.emit('SIGINT', 'SIGINT');
      }, 50);
      return HANG(...request);
    };
    return { ...paths, [path]: handler };
  };
  const { code, stderr, replicas } = await exercise(flaky, 'observability', '--yes');
  expect(performance.now() - at).toBeLessThan(1000);
  expect({ code, replicas }).toEqual({ code: 2, replicas: 2 });
  expect(stderr).toMatch(/^error: LLMD-INTERRUPTED/m);
  expect(stderr).not.toContain('UNDO');
});
