import { diagnostics, places } from '../../../../support/diagnostics';
import { deployment, picker, pool, vllm } from '../../../../support/manifests';
import { DRAIN_RULES, exec, type Leaving, leavingServer, POOL, sleep, timeout } from '../../../../support/drain';

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
    expect(diagnostics(DRAIN_RULES, [POOL, leavingServer(leaving)])).toEqual(expected);
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
    expect(places(DRAIN_RULES, [POOL, leavingServer(leaving)])).toEqual(expected);
  });

  test.each<[string, object[]]>([
    ['without a pool', []],
    ['of another pool', [pool('other', 'other')]],
    ['of a pool in another namespace', [pool('opt', 'vllm', { namespace: 'other' })]],
  ])('a vLLM %s needs no drain', (_, pools) => {
    const objects = [{}, { lifecycle: HALF }].map((leaving) => [...pools, leavingServer(leaving)]);
    expect(objects.map((set) => places(DRAIN_RULES, set))).toEqual([[], []]);
  });

  test('of a vLLM in a script of unknown content', () => {
    const container = vllm({ command: ['sh', '-c', 'prepare; vllm serve x'], args: undefined });
    expect(places(DRAIN_RULES, [POOL, deployment('vllm', { containers: [container] })])).toEqual([]);
  });

  test('of a picker without a pool', () => {
    const standalone = picker('epp', ['--endpoint-selector=app=vllm', '--endpoint-target-ports=8000']);
    expect(places(DRAIN_RULES, [standalone, leavingServer({ lifecycle: HALF })])).toHaveLength(1);
  });
});
