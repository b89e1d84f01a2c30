import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExerciseRun } from '../../lib/exercises';
import { Changes } from '../../lib/exercises/changes';
import { runCommand } from '../support/command';
import { type Paths, SimulatedApiServer } from '../support/simulated-api-server';
import { SimulatedPool, type Traits } from '../support/simulated-pool';

const POOLS = '/apis/inference.networking.k8s.io/v1/inferencepools';

function exercise(args: readonly string[], kubeconfig = '/nowhere') {
  return runCommand(['exercise', ...args], kubeconfig);
}

async function onCluster(paths: Paths, ...args: readonly string[]) {
  const server = await SimulatedApiServer.start(paths);
  try {
    return await exercise(args, server.kubeconfig);
  } finally {
    await server.stop();
  }
}

const pool = (name: string, namespace: string) => ({
  metadata: { name, namespace },
  spec: {
    selector: { matchLabels: { app: 'vllm' } },
    targetPorts: [{ number: 8000 }],
    endpointPickerRef: { name: 'epp', port: { number: 9002 } },
  },
});

describe('bad usage', () => {
  test.each([
    [['nothing'], "'nothing' is invalid for argument 'name'. Expected one of load-distribution, "],
    [['model-aliasing', '--requests=1.5'], 'Expected a whole number.'],
    [['model-aliasing', '--url=localhost'], 'Expected a URL like http://localhost:8080.'],
    [['model-aliasing', '--report=/no/such/folder/a.html'], 'LLMD-REPORT-FILE at --report /no/such/folder/a.html: got'],
    [['model-aliasing', '--rate=0'], 'Expected a number from 0.01 to 10,000.'],
    [['model-aliasing', '--requests=1e7'], 'Expected a whole number from 1 to 1,000,000.'],
    [['model-aliasing', '--report=/'], 'LLMD-REPORT-FILE at --report /: got a folder, a pipe or a device'],
    [['model-aliasing', '--seed=x'], 'Expected a whole number.'],
    [['model-aliasing', '--split=chat'], 'Expected an alias and the weights of its targets, like chat=model:90,'],
    [['model-aliasing', '--split=chat=model'], 'Expected an alias and the weights of its targets, '],
    [['model-aliasing', '--split=chat=model:0,canary:0'], 'Expected an alias and the weights of its targets, '],
  ])('%j', async (args, expected) => {
    const { code, stdout, stderr } = await exercise(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(expected);
  });
});

describe('no cluster', () => {
  test('for lack of a kubeconfig', async () => {
    const { code, stderr } = await exercise(['model-aliasing']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: LLMD-KUBECONFIG/);
  });

  test('that answers', async () => {
    const server = await SimulatedApiServer.start({});
    await server.close();
    const { code, stderr } = await exercise(['model-aliasing'], server.kubeconfig);
    await server.stop();
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: LLMD-CLUSTER at simulated: got .*ECONNREFUSED.*Fix: start the cluster/);
  });
});

describe('a simulated cluster', () => {
  test.each<[string, Paths, string[], string]>([
    [
      'another context',
      {},
      ['--context=other'],
      'LLMD-CONTEXT at kubeconfig: got context "other", expected one of simulated',
    ],
    ['no such kind', {}, [], 'LLMD-POOL-KIND at simulated'],
    ['no right to look', { [POOLS]: 403 }, [], 'LLMD-CLUSTER-DENIED at simulated: got 403'],
    ['no valid login', { [POOLS]: 401 }, [], 'LLMD-CLUSTER-LOGIN at simulated: got 401'],
    ['no pool', { [POOLS]: { items: [] } }, [], 'LLMD-POOL-MISSING at simulated: got no InferencePool in the cluster'],
    [
      'another pool',
      { [POOLS]: { items: [pool('opt', 'llm')] } },
      ['--pool=gpt'],
      'LLMD-POOL-MISSING at simulated: got no InferencePool gpt in the cluster, expected one of opt in llm',
    ],
    [
      'two pools',
      { [POOLS]: { items: [pool('opt', 'a'), pool('opt', 'b')] } },
      [],
      'LLMD-POOL-SEVERAL at simulated: got 2 pools: opt in a, opt in b, expected one. Fix: name one with --pool, and its namespace with -n.',
    ],
  ])('with %s', async (_, paths, args, expected) => {
    const { code, stdout, stderr } = await onCluster(paths, 'model-aliasing', ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`error: ${expected}`);
  });
});

describe('a simulated pool', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-llm-d-exercise-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  interface Setup {
    readonly traits?: Traits;
    readonly paths?: Paths;
    /** Happens in the middle of the requests. */
    readonly midway?: (server: SimulatedApiServer) => void;
  }

  async function onPool({ traits, paths, midway }: Setup, ...args: readonly string[]) {
    const pool = await SimulatedPool.start(traits);
    const server = await SimulatedApiServer.start(pool.paths, paths ?? {});
    pool.onCompletion = () => {
      if (pool.completions === 10) midway?.(server);
    };
    try {
      const done = await exercise([...args, '--url', pool.url, '--timeout=1'], server.kubeconfig);
      return { ...done, replicas: pool.replicas, completions: pool.completions };
    } finally {
      await pool.stop();
      await server.stop();
    }
  }

  test('in order: exit 0, each check with its threshold, and a page', async () => {
    const report = join(folder, 'report.html');
    const { code, stdout, stderr } = await onPool({}, 'load-distribution', '--yes', '--report', report);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('InferencePool llm/opt: facebook/opt-125m\n');
    expect(stdout).toContain('Kubernetes v1.35.0, endpoint picker gaie-v1.5.0');
    expect(stdout).toContain('load-distribution passed in ');
    expect(stdout).toMatch(
      /passed no pod is left out\n {4}expected: each pod answers at least \d+ of 100 .*\n {4}measured: the least busy answered 50\n/,
    );
    expect(stdout).toMatch(/measured: the busiest answered 100: 100 \+ 0\n/);
    expect(readFileSync(report, 'utf8')).toMatch(/^<!doctype html>.*Load distribution/is);
  });

  test('as data: nothing else on standard output, and the command that does the same again', async () => {
    const { stdout } = await onPool({}, 'load-distribution', '--yes', '--json', '--requests=9', '--seed=3');
    const { command, results } = JSON.parse(stdout) as ExerciseRun;
    expect(command).toMatch(/^cdk8s-llm-d exercise load-distribution --url http:.* --requests 9 --timeout 1 --seed 3$/);
    expect(results).toMatchObject([{ exercise: 'load-distribution', passed: true, rounds: [{}, {}] }]);
    expect(results[0].rounds[0].requests).toHaveLength(9);
  });

  test('without prefix affinity: exit 1, and a hint', async () => {
    const { code, stdout } = await onPool({ traits: { ignoresPrefixes: true } }, 'load-distribution', '--yes');
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /failed one prefix stays on one pod\n.*\n {4}measured: the busiest answered 50: 50 \+ 50\n {4}hint: /,
    );
  });

  test('whose answers name another pod than the one that counts them: exit 1, and which', async () => {
    const { code, stdout } = await onPool({ traits: { misnamesPods: true } }, 'load-distribution', '--yes');
    expect(code).toBe(1);
    expect(stdout).toMatch(/failed distinct prompts: answers and counters name the same pods\n/);
    expect(stdout).toContain('measured: not so for vllm-0, vllm-1, unknown-pod\n');
  });

  test.each([
    ['that holds', 10, 'facebook/opt-125m:9,facebook/opt-125m-canary:1', 0, /passed chat goes to facebook\/opt-125m\n/],
    [
      'other than meant',
      10,
      'facebook/opt-125m:1,facebook/opt-125m-canary:1',
      1,
      /failed the weights of chat are .* meant\n {4}expected: 50.0 % .*\n {4}measured: 10.0 % to .*, 90.0 % to facebook\/opt-125m\n/,
    ],
    [
      'that the picker ignores',
      2,
      'facebook/opt-125m:90,facebook/opt-125m-canary:10',
      1,
      /failed chat goes to facebook\/opt-125m-canary\n {4}expected: 2\d to \d\d of 400 .*\n {4}measured: 200\n/,
    ],
  ])('with a split %s', async (_, canaryShare, weights, exit, expected) => {
    const split = ['--split', `chat=${weights}`];
    const { code, stdout } = await onPool({ traits: { canaryShare } }, 'model-aliasing', '--yes', ...split);
    expect(stdout).toMatch(expected);
    expect(code).toBe(exit);
  });

  test('without the alias that is meant: exit 1, and those that there are', async () => {
    const split = ['--json', '--split=talk=a:1'];
    const { code, stdout } = await onPool({ traits: { canaryShare: 10 } }, 'model-aliasing', '--yes', ...split);
    const { command, results } = JSON.parse(stdout) as ExerciseRun;
    expect(results[0].checks.filter(({ passed }) => !passed)).toEqual([
      { name: 'a rule answers to talk', expected: '1', measured: '0; there are rules for chat', passed: false },
    ]);
    expect(code).toBe(1);
    expect(command).toContain(' --split talk=a:1');
  });

  test('scaled for an exercise: scaled back', async () => {
    const { code, stdout, replicas } = await onPool({}, 'observability', '--yes');
    expect({ code, replicas }).toEqual({ code: 0, replicas: 2 });
    expect(stdout).toMatch(/passed the picker follows to 3\n/);
  });

  test('that is not allowed to scale: exit 2, and the results so far are printed', async () => {
    const { code, stdout, stderr } = await onPool({ traits: { scale: () => 403 } }, 'all', '--yes', '--json');
    expect(code).toBe(2);
    // The simulated pool has no alias.
    expect(stderr).toMatch(/^error: LLMD-ALIAS-NONE/m);
    expect((JSON.parse(stdout) as ExerciseRun).results.map((it) => it.exercise)).toEqual(['load-distribution']);
    const denied = await onPool({ traits: { scale: () => 403 } }, 'observability', '--yes');
    expect(denied.stderr).toMatch(
      /error: LLMD-CLUSTER-DENIED at simulated: got 403 for PATCH .*deployments.vllm.scale/,
    );
  });

  test('whose API server goes away midway: exit 2, and the command that scales back', async () => {
    jest.replaceProperty(Changes, 'retrySeconds', 1);
    jest.replaceProperty(Changes, 'retrySeconds', 1);
    const midway = (server: SimulatedApiServer) => void server.close();
    const { code, stderr } = await onPool({ midway }, 'fault-tolerance', '--yes', '--rate=50');
    expect(code).toBe(2);
    expect(stderr).toMatch(/error: LLMD-CLUSTER at simulated: got /);
    expect(stderr).toMatch(
      /error: LLMD-EXERCISE-UNDO at cluster: .*`kubectl scale deployment\/vllm -n llm --replicas=2`/,
    );
  });

  test('and a Ctrl-C midway: exit 2, scaled back', async () => {
    const midway = () => void process.emit('SIGINT', 'SIGINT');
    const { code, stderr, replicas, completions } = await onPool({ midway }, 'fault-tolerance', '--yes', '--rate=50');
    expect({ code, replicas }).toEqual({ code: 2, replicas: 2 });
    expect(stderr).toContain('SIGINT: undoing the changes\n');
    expect(stderr).toContain('error: LLMD-INTERRUPTED');
    expect(completions).toBeLessThan(100);
  });

  test('without consent: exit 2, and the list of changes it would make', async () => {
    const { code, stderr, completions } = await onPool({}, 'observability');
    expect({ code, completions }).toEqual({ code: 2, completions: 0 });
    expect(stderr).toBe(
      'This will, on simulated:\n  - scale Deployment llm/vllm to 1, 3, 1, and back\n' +
        'error: without a terminal there is no one to ask: add --yes to allow it\n',
    );
  });

  describe('whose endpoint picker is rolled out', () => {
    const rollOut = ['fault-tolerance', '--yes', '--faults=picker-rollout', '--rate=20'];

    test('without a failed request: exit 0', async () => {
      const { code, stdout } = await onPool({}, ...rollOut);
      expect(stdout).toMatch(/passed picker-rollout: every request is answered\n.*\n {4}measured: 0 of \d+ failed/);
      expect(code).toBe(0);
    });

    test('with one: exit 1, and what its manifest lacks', async () => {
      const { code, stdout } = await onPool({ traits: { lostWithPicker: 1 } }, ...rollOut);
      expect(stdout).toMatch(
        /failed picker-rollout: .*\n.*\n {4}measured: 1 of \d+ failed.*\n {4}hint: endpoint picker epp has a strategy /,
      );
      expect(code).toBe(1);
    });
  });

  test('with an unknown fault: exit 2, and all that there are', async () => {
    const { stderr } = await onPool({}, 'fault-tolerance', '--yes', '--faults=earthquake');
    expect(stderr).toContain('LLMD-FAULT at faults: got "earthquake", expected one of delete a pod, scale 3 to 1, ');
  });
});
