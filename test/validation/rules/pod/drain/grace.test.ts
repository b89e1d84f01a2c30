import { diagnostics, places } from '../../../../support/diagnostics';
import { deployment, pool, simulator } from '../../../../support/manifests';
import { DRAIN_RULES, exec, GRACE, type Leaving, leavingServer, sleep, timeout } from '../../../../support/drain';

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
    expect(diagnostics(DRAIN_RULES, [leavingServer(leaving)])).toEqual([diagnostic]);
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
    expect(places(DRAIN_RULES, [leavingServer(leaving)])).toEqual(expected);
  });

  test('of the simulator is not checked', () => {
    const container = simulator({ args: timeout(45), lifecycle: sleep(30) });
    expect(places(DRAIN_RULES, [pool('sim', 'sim'), deployment('sim', { containers: [container] })])).toEqual([]);
  });
});
