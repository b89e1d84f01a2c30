import { DRAIN_GRACE } from '../../../../../lib/validation/rules/pod/drain/grace';
import { diagnostics } from '../../../../support/diagnostics';
import { exec, leavingServer, sleep, timeout } from '../../../../support/drain';

describe('a hook that sleeps', () => {
  const seconds = (lifecycle: object) => {
    const [diagnostic] = diagnostics([DRAIN_GRACE], [leavingServer({ lifecycle, args: timeout(10_000) })]);
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
