import { DRAIN_PICKER } from '../../../../../lib/validation/rules/pod/drain/picker';
import { diagnostics, places } from '../../../../support/diagnostics';
import { deployment, picker, pool, vllm } from '../../../../support/manifests';

const POOL = pool('opt', 'vllm');

const GRACE = 'spec.template.spec.terminationGracePeriodSeconds';

interface Leaving {
  readonly args?: readonly string[];
  readonly lifecycle?: object;
  readonly grace?: number;
}

const env = [{ name: 'SECRET', valueFrom: { secretKeyRef: { name: 'a', key: 'b' } } }];

const server = ({ args = [], lifecycle, grace }: Leaving) =>
  deployment('vllm', { terminationGracePeriodSeconds: grace, containers: [vllm({ args, lifecycle, env })] });

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
