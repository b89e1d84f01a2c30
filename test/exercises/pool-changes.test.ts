import { runCommand } from '../support/command';
import { SimulatedApiServer } from '../support/simulated-api-server';
import { SimulatedPool } from '../support/simulated-pool';

const ANNOTATION = 'exercises.cdk8s-llm-d/former-state';
const HOLDER = 'ada@laptop/7/abc';
const FORMER = JSON.stringify({ holder: HOLDER, since: '2026-11-30T10:00:00Z', replicas: 2 });

/** A Lease that was renewed some seconds ago. */
function lease(secondsAgo: number): SimulatedPool['lease'] {
  const renewTime = new Date(Date.now() - secondsAgo * 1000).toISOString();
  const spec = { holderIdentity: HOLDER, leaseDurationSeconds: 60, acquireTime: renewTime, renewTime };
  return { metadata: { name: 'cdk8s-llm-d-exercise-opt' }, spec };
}

/** Runs an exercise on a pool in the state that an earlier run has left. */
async function observe(left: { replicas?: number; lease?: SimulatedPool['lease']; annotation?: string }) {
  const pool = await SimulatedPool.start();
  if (left.replicas !== undefined) pool.replicas = left.replicas;
  if (left.annotation !== undefined) pool.annotations[ANNOTATION] = left.annotation;
  pool.lease = left.lease;
  const server = await SimulatedApiServer.start(pool.paths);
  try {
    const args = ['observability', '--yes', '--url', pool.url, '--timeout=1'];
    const done = await runCommand(['exercise', ...args], server.kubeconfig);
    const { replicas, annotations } = pool;
    const changes = server.requests.filter((request) => /^(PATCH|DELETE)/.test(request));
    return { ...done, replicas, annotation: annotations[ANNOTATION], lease: pool.lease, changes };
  } finally {
    await pool.stop();
    await server.stop();
  }
}

test('the former state is written before the first change, and everything is set back in the right order', async () => {
  const { code, stderr, replicas, annotation, lease: after, changes } = await observe({});
  expect({ code, replicas, annotation, after }).toEqual({ code: 0, replicas: 2, annotation: null, after: undefined });
  const paths = changes.map((request) => request.replace(/\/\S*\/llm\/|\?\S*/g, ''));
  expect(paths[0]).toBe('PATCH deployments/vllm');
  expect(paths.slice(-3)).toEqual([
    'PATCH deployments/vllm/scale',
    'PATCH deployments/vllm',
    'DELETE leases/cdk8s-llm-d-exercise-opt',
  ]);
  expect(stderr.match(/kubectl .*/g)).toEqual([
    'kubectl delete lease cdk8s-llm-d-exercise-opt -n llm',
    `kubectl annotate deployment/vllm -n llm ${ANNOTATION}-`,
    'kubectl scale deployment/vllm -n llm --replicas=2',
  ]);
});

test('while another exercise has the pool: refused, with its holder, and nothing is changed', async () => {
  const { code, stderr, changes } = await observe({ lease: lease(10) });
  expect({ code, changes }).toEqual({ code: 2, changes: [] });
  expect(stderr).toMatch(
    /error: LLMD-EXERCISE-HELD at InferencePool llm.opt: got an exercise of ada@laptop.7.abc, since/,
  );
});

test.each([
  ['3 pods', 3],
  ['no pod', 0],
])('what a killed exercise has left with %s is set back', async (_, replicas) => {
  const result = await observe({ replicas, annotation: FORMER, lease: lease(61) });
  const { code, annotation, lease: after } = result;
  expect({ code, annotation, after, replicas: result.replicas }).toEqual({
    code: 0,
    annotation: null,
    after: undefined,
    replicas: 2,
  });
});

test('while the exercise that was killed still has its Lease: refused', async () => {
  const { code, stderr, changes } = await observe({ replicas: 3, annotation: FORMER, lease: lease(10) });
  expect({ code, changes }).toEqual({ code: 2, changes: [] });
  expect(stderr).toContain('LLMD-EXERCISE-HELD');
});

test('a former state without its Lease is refused with the commands, and the pool is not scaled', async () => {
  const { code, stderr, replicas } = await observe({ replicas: 3, annotation: FORMER });
  expect({ code, replicas }).toEqual({ code: 2, replicas: 3 });
  expect(stderr).toMatch(
    /LLMD-EXERCISE-LEFT at Deployment llm.vllm: .*`kubectl scale deployment.vllm -n llm --replicas=2`.*`kubectl annotate .*former-state-`/,
  );
});

test.each(['x', 'null', '{"replicas":-1}', '{"replicas":"2"}'])(
  'the former state %j is refused',
  async (annotation) => {
    const { code, stderr, changes } = await observe({ annotation });
    expect({ code, changes }).toEqual({ code: 2, changes: [] });
    expect(stderr).toContain('LLMD-EXERCISE-LEFT');
  },
);
