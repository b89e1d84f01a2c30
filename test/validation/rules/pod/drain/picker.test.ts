import { DRAIN_PICKER } from '../../../../../lib/validation/rules/pod/drain/picker';
import { diagnostics, places } from '../../../../support/diagnostics';
import { deployment, picker, vllm } from '../../../../support/manifests';
import { GRACE, leavingServer, POOL } from '../../../../support/drain';

describe('the picker', () => {
  const withGrace = (grace: number | undefined, ...args: string[]) =>
    picker('epp', args, { pod: { terminationGracePeriodSeconds: grace } });
  const [BY_POOL, BY_LABELS] = ['--pool-name=opt', '--endpoint-selector=app=vllm'];
  const DIAGNOSTIC = `LLMD-EPP-DRAIN ${GRACE}`;

  test('is killed before the pods of its pool', () => {
    expect(diagnostics([DRAIN_PICKER], [POOL, leavingServer({ grace: 75 }), withGrace(undefined, BY_POOL)])).toEqual([
      `${DIAGNOSTIC}: the picker is killed after 30 s, and Deployment vllm of its pool may take 75 s; set terminationGracePeriodSeconds to 130`,
    ]);
  });

  test('needs as long as the longest', () => {
    const short = (name: string) =>
      deployment(name, { terminationGracePeriodSeconds: 5, containers: [vllm()] }, { labels: { app: 'vllm' } });
    const objects = [POOL, short('first'), leavingServer({ grace: 300 }), short('last'), withGrace(130, BY_POOL)];
    expect(diagnostics([DRAIN_PICKER], objects)).toEqual([
      expect.stringContaining('set terminationGracePeriodSeconds to 300'),
    ]);
  });

  test.each<[string, object[], string[]]>([
    ['as long', [POOL, leavingServer({ grace: 75 }), withGrace(75, BY_POOL)], []],
    ['a second less', [POOL, leavingServer({ grace: 75 }), withGrace(74, BY_POOL)], [DIAGNOSTIC]],
    ['defaults', [POOL, leavingServer({}), withGrace(undefined, BY_POOL)], []],
    ['no pool here', [leavingServer({ grace: 75 }), withGrace(5, BY_POOL)], []],
    ['an empty pool', [POOL, withGrace(5, BY_POOL)], []],
    ['labels instead of a pool', [leavingServer({ grace: 75 }), withGrace(74, BY_LABELS)], [DIAGNOSTIC]],
    ['other labels', [leavingServer({ grace: 75 }), withGrace(74, '--endpoint-selector=app=x')], []],
  ])('%s', (_, objects, expected) => {
    expect(places([DRAIN_PICKER], objects)).toEqual(expected);
  });
});
