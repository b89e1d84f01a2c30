import type { Rule } from '../../../rule';
import { EXPERIMENTAL_GROUP, POOL_GROUP } from '../../../../catalogue/api-groups';

export const POOL_GROUP_LEGACY: Rule = {
  code: 'LLMD-POOL-GROUP-LEGACY',
  severity: 'warning',
  title: `InferencePools are of ${POOL_GROUP}`,
  why:
    'GAIE v1.5.0 dropped the older definition, and gateways watch the newer one: a route to a pool of the older group ' +
    'has no backend.',
  *check(set) {
    for (const resource of set.ofKind(EXPERIMENTAL_GROUP, 'InferencePool')) {
      if (set.has({ ...resource, group: POOL_GROUP })) continue;
      yield {
        resource,
        path: ['apiVersion'],
        message: `InferencePool of ${EXPERIMENTAL_GROUP}, which gateways and endpoint pickers have left behind`,
        remedy: `write apiVersion ${POOL_GROUP}/v1 with selector.matchLabels, targetPorts and endpointPickerRef`,
      };
    }
  },
};
