import { rolloutGaps } from '../../../lib/exercises/target/rollout-gaps';
import { withCluster } from '../../support/simulated-api-server';

const WORKLOAD = { kind: 'Deployment', namespace: 'llm', name: 'epp' } as const;

function gaps(strategy: object | undefined, ...containers: object[]) {
  const paths = {
    '/apis/apps/v1/namespaces/llm/deployments/epp': { spec: { strategy, template: { spec: { containers } } } },
  };
  return withCluster([paths], (cluster) => rolloutGaps(cluster, WORKLOAD));
}

const rolling = (maxUnavailable: number | string) => ({ type: 'RollingUpdate', rollingUpdate: { maxUnavailable } });
const WHOLE = { startupProbe: {}, lifecycle: { preStop: {} } };
const ENDS_FIRST = 'endpoint picker epp has a strategy with which it ends before the next one serves';

test.each<[string, object | undefined, object, string[]]>([
  ['nothing', rolling(0), WHOLE, []],
  ["nothing with Kubernetes' defaults", rolling('25%'), WHOLE, []],
  ['nothing that a StatefulSet has', undefined, WHOLE, []],
  ['a next pod before the last one ends: Recreate', { type: 'Recreate' }, WHOLE, [ENDS_FIRST]],
  ['a next pod before the last one ends: maxUnavailable', rolling(1), WHOLE, [ENDS_FIRST]],
  ['a startupProbe', rolling(0), { ...WHOLE, startupProbe: undefined }, ['endpoint picker epp has no startupProbe']],
  ['a preStop', rolling(0), { ...WHOLE, lifecycle: {} }, ['endpoint picker epp has no preStop']],
])('what lacks: %s', async (_, strategy, container, expected) => {
  const found = await gaps(strategy, { name: 'proxy' }, container);
  expect(found.map((gap) => gap.replace(/( on its|:).*/, ''))).toEqual(expected);
});
