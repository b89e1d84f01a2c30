import { DRAIN_GRACE } from '../../../../../lib/validation/rules/pod/drain/grace';
import { diagnostics } from '../../../../support/diagnostics';
import { deployment, vllm } from '../../../../support/manifests';

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
