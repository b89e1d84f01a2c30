import { DRAIN_GRACE } from '../../../../lib/validation/rules/pod/drain/grace';
import { DRAIN_ENGINE, DRAIN_NONE, DRAIN_PRE_STOP } from '../../../../lib/validation/rules/pod/drain/halves';
import { DRAIN_PICKER } from '../../../../lib/validation/rules/pod/drain/picker';
import { DRAIN_SLACK } from '../../../../lib/validation/rules/pod/drain/slack';
import { diagnostics, places } from '../../../support/diagnostics';
import { deployment, picker, pool, simulator, vllm } from '../../../support/manifests';

const RULES = [DRAIN_GRACE, DRAIN_SLACK, DRAIN_PRE_STOP, DRAIN_ENGINE, DRAIN_NONE];
const POOL = pool('opt', 'vllm');
const GRACE = 'spec.template.spec.terminationGracePeriodSeconds';

const sleep = (seconds: number) => ({ preStop: { sleep: { seconds } } });
const exec = (...command: string[]) => ({ preStop: { exec: { command } } });
const timeout = (seconds: number | string) => [`--shutdown-timeout=${seconds}`];

interface Leaving {
  readonly args?: readonly string[];
  readonly lifecycle?: object;
  readonly grace?: number;
}

const env = [{ name: 'SECRET', valueFrom: { secretKeyRef: { name: 'a', key: 'b' } } }];

const server = ({ args = [], lifecycle, grace }: Leaving) =>
  deployment('vllm', { terminationGracePeriodSeconds: grace, containers: [vllm({ args, lifecycle, env })] });

describe('the grace period', () => {
  test.each<[string, Leaving, string]>([
    [
      'the default',
      { args: timeout(45), lifecycle: sleep(10) },
      `LLMD-DRAIN-GRACE ${GRACE}: container vllm takes 10 s for preStop and up to 45 s for --shutdown-timeout, and is killed after 30 s; set terminationGracePeriodSeconds to 75, or shorten the drain`,
    ],
    [
      'no slack',
      { args: timeout(45), lifecycle: sleep(15), grace: 60 },
      `LLMD-DRAIN-SLACK ${GRACE}: 60 s leave 0 s after 15 s preStop and 45 s --shutdown-timeout; the engine needs up to 10 s to end; set terminationGracePeriodSeconds to 80`,
    ],
  ])('%s', (_, leaving, diagnostic) => {
    expect(diagnostics(RULES, [server(leaving)])).toEqual([diagnostic]);
  });

  const GRACE_TOO_SHORT = [`LLMD-DRAIN-GRACE ${GRACE}`];
  const SLACK_TOO_SHORT = [`LLMD-DRAIN-SLACK ${GRACE}`];

  test.each<[string, Leaving, string[]]>([
    ['nothing to wait for', {}, []],
    ['one second missing', { args: timeout(45), lifecycle: sleep(10), grace: 54 }, GRACE_TOO_SHORT],
    ['nothing left', { args: timeout(45), lifecycle: sleep(10), grace: 55 }, SLACK_TOO_SHORT],
    ['a second of slack missing', { args: timeout(45), lifecycle: sleep(10), grace: 64 }, SLACK_TOO_SHORT],
    ['just enough', { args: timeout(45), lifecycle: sleep(10), grace: 65 }, []],
    ['only a pause', { lifecycle: sleep(30) }, []],
    ['a pause beyond the grace', { lifecycle: exec('sleep', '31') }, GRACE_TOO_SHORT],
    ['two words', { args: ['--shutdown-timeout', '45'], grace: 40 }, GRACE_TOO_SHORT],
    ['underscores', { args: ['--shutdown_timeout=45'], grace: 40 }, GRACE_TOO_SHORT],
    ['the last one counts', { args: [...timeout(45), ...timeout(5)], grace: 40 }, []],
    ['a variable of unknown value', { args: timeout('$(SECRET)'), lifecycle: sleep(10), grace: 60 }, []],
    ['no number', { args: timeout('long'), grace: 5 }, []],
    ['a flag without a value', { args: ['--shutdown-timeout'], grace: 5 }, []],
    ['another flag', { args: ['--no-shutdown-timeout=45'], grace: 5 }, []],
  ])('%s', (_, leaving, expected) => {
    expect(places(RULES, [server(leaving)])).toEqual(expected);
  });

  test('of the simulator is not checked', () => {
    const container = simulator({ args: timeout(45), lifecycle: sleep(30) });
    expect(places(RULES, [pool('sim', 'sim'), deployment('sim', { containers: [container] })])).toEqual([]);
  });
});

describe('a hook that sleeps', () => {
  const seconds = (lifecycle: object) => {
    const [diagnostic] = diagnostics([DRAIN_GRACE], [server({ lifecycle, args: timeout(10_000) })]);
    return Number(/takes ([\d.]+) s/.exec(diagnostic)![1]);
  };

  test.each<[number, object]>([
    [10, sleep(10)],
    [0, { preStop: { sleep: {} } }],
    [10, exec('sleep', '10')],
    [10, exec('/bin/sleep', '10s')],
    [120, exec('sh', '-c', 'sleep 2m')],
    [3600, exec('sh', '-c', 'sleep 1h')],
    [1.5, exec('sh', '-c', 'sleep 1.5')],
    [12, exec('/bin/sh', '-c', 'sleep 10; curl localhost && sleep  2')],
    [0, exec('sh', '-c', 'while busy; do sleep 1; done')],
    [0, exec('sh', '-c', 'for i in 1 2; do sleep 1; done')],
    [0, exec('sh', '-c', 'until idle; do sleep 1; done')],
    [0, exec('sh', '-c', 'if busy; then sleep 1; fi')],
    [0, exec('python3', 'asleep 5')],
    [0, { preStop: { httpGet: { port: 8000 } } }],
    [0, { preStop: { exec: {} } }],
  ])('%s s: %j', (expected, lifecycle) => {
    expect(seconds(lifecycle)).toBe(expected);
  });
});

describe('both halves', () => {
  const HALF = sleep(10);

  test.each<[string, Leaving, string[]]>([
    ['both', { args: timeout(45), lifecycle: HALF, grace: 75 }, []],
    [
      'no pause',
      { args: timeout(45), grace: 75 },
      [
        'LLMD-DRAIN-PRE-STOP spec.template.spec.containers[0].lifecycle.preStop: container vllm finishes its requests after SIGTERM, but has no pause before it in which it could leave the pool; add lifecycle: { preStop: { sleep: { seconds: 10 } } }',
      ],
    ],
    [
      'no finish',
      { lifecycle: HALF },
      [
        'LLMD-DRAIN-ENGINE spec.template.spec.containers[0].args: container vllm has a preStop pause, but aborts its requests at SIGTERM; add --shutdown-timeout=45, or as long as the longest request takes',
      ],
    ],
    [
      'none',
      {},
      [
        'LLMD-DRAIN-NONE spec.template.spec.containers[0].lifecycle: container vllm has neither a preStop pause nor --shutdown-timeout: requests fail with each pod that goes; add a preStop sleep of 10 s, --shutdown-timeout=45 and terminationGracePeriodSeconds: 75',
      ],
    ],
  ])('%s', (_, leaving, expected) => {
    expect(diagnostics(RULES, [POOL, server(leaving)])).toEqual(expected);
  });

  test.each<[string, Leaving, string[]]>([
    [
      '0 is no timeout',
      { args: timeout(0), lifecycle: HALF },
      ['LLMD-DRAIN-ENGINE spec.template.spec.containers[0].args'],
    ],
    ['a variable may say it', { args: ['$(SECRET)'] }, []],
    ['a variable may say it, beside a pause', { args: ['$(SECRET)'], lifecycle: HALF }, []],
    [
      'a hook of any kind is one',
      { lifecycle: exec('x') },
      ['LLMD-DRAIN-ENGINE spec.template.spec.containers[0].args'],
    ],
  ])('%s', (_, leaving, expected) => {
    expect(places(RULES, [POOL, server(leaving)])).toEqual(expected);
  });

  test.each<[string, object[]]>([
    ['without a pool', []],
    ['of another pool', [pool('other', 'other')]],
    ['of a pool in another namespace', [pool('opt', 'vllm', { namespace: 'other' })]],
  ])('a vLLM %s needs no drain', (_, pools) => {
    const objects = [{}, { lifecycle: HALF }].map((leaving) => [...pools, server(leaving)]);
    expect(objects.map((set) => places(RULES, set))).toEqual([[], []]);
  });

  test('of a vLLM in a script of unknown content', () => {
    const container = vllm({ command: ['sh', '-c', 'prepare; vllm serve x'], args: undefined });
    expect(places(RULES, [POOL, deployment('vllm', { containers: [container] })])).toEqual([]);
  });

  test('of a picker without a pool', () => {
    const standalone = picker('epp', ['--endpoint-selector=app=vllm', '--endpoint-target-ports=8000']);
    expect(places(RULES, [standalone, server({ lifecycle: HALF })])).toHaveLength(1);
  });
});

describe('the picker', () => {
  const withGrace = (grace: number | undefined, ...args: string[]) =>
    picker('epp', args, { pod: { terminationGracePeriodSeconds: grace } });
  const [BY_POOL, BY_LABELS] = ['--pool-name=opt', '--endpoint-selector=app=vllm'];
  const DIAGNOSTIC = `LLMD-EPP-DRAIN ${GRACE}`;

  test('is killed before the pods of its pool', () => {
    expect(diagnostics([DRAIN_PICKER], [POOL, server({ grace: 75 }), withGrace(undefined, BY_POOL)])).toEqual([
      `${DIAGNOSTIC}: the picker is killed after 30 s, and Deployment vllm of its pool may take 75 s; set terminationGracePeriodSeconds to 130`,
    ]);
  });

  test('needs as long as the longest', () => {
    const short = (name: string) =>
      deployment(name, { terminationGracePeriodSeconds: 5, containers: [vllm()] }, { labels: { app: 'vllm' } });
    const objects = [POOL, short('first'), server({ grace: 300 }), short('last'), withGrace(130, BY_POOL)];
    expect(diagnostics([DRAIN_PICKER], objects)).toEqual([
      expect.stringContaining('set terminationGracePeriodSeconds to 300'),
    ]);
  });

  test.each<[string, object[], string[]]>([
    ['as long', [POOL, server({ grace: 75 }), withGrace(75, BY_POOL)], []],
    ['a second less', [POOL, server({ grace: 75 }), withGrace(74, BY_POOL)], [DIAGNOSTIC]],
    ['defaults', [POOL, server({}), withGrace(undefined, BY_POOL)], []],
    ['no pool here', [server({ grace: 75 }), withGrace(5, BY_POOL)], []],
    ['an empty pool', [POOL, withGrace(5, BY_POOL)], []],
    ['labels instead of a pool', [server({ grace: 75 }), withGrace(74, BY_LABELS)], [DIAGNOSTIC]],
    ['other labels', [server({ grace: 75 }), withGrace(74, '--endpoint-selector=app=x')], []],
  ])('%s', (_, objects, expected) => {
    expect(places([DRAIN_PICKER], objects)).toEqual(expected);
  });
});

test('the severity of each rule', () => {
  expect(Object.fromEntries([...RULES, DRAIN_PICKER].map(({ code, severity }) => [code, severity]))).toEqual({
    'LLMD-DRAIN-GRACE': 'error',
    'LLMD-DRAIN-SLACK': 'warning',
    'LLMD-DRAIN-PRE-STOP': 'warning',
    'LLMD-DRAIN-ENGINE': 'warning',
    'LLMD-DRAIN-NONE': 'note',
    'LLMD-EPP-DRAIN': 'warning',
  });
});
