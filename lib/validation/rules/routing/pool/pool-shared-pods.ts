import { keyOf, showResource } from '../../../../api-server/resource';
import type { Rule } from '../../../rule';
import type { InferencePool } from '../../../facts/inference-pools';
import type { PodTemplate } from '../../../facts/pod-template';
import { memberships } from './members';

export const POOL_SHARED_PODS: Rule = {
  code: 'LLMD-POOL-SHARED-PODS',
  severity: 'warning',
  title: 'A pod belongs to one InferencePool',
  why:
    'Each pool has an endpoint picker of its own, and none of them knows what the other has sent to a pod: queues and ' +
    'caches are not what the picker thinks.',
  *check(set) {
    const owners = new Map<PodTemplate, InferencePool>();
    for (const { pool, servers } of set.view(memberships)) {
      const shared = servers.find((pod) => owners.has(pod) && !isTwin(owners.get(pod)!, pool));
      for (const pod of servers) {
        if (!owners.has(pod)) owners.set(pod, pool);
      }
      if (shared === undefined) continue;
      yield {
        resource: pool.resource,
        path: pool.labelsPath,
        message: `selects the pods of ${showResource(shared.resource)}, which ${showResource(owners.get(shared)!.resource)} selects too`,
        remedy: 'give each pool pods of its own, or send both routes to one pool',
      };
    }
  },
};

/** The same pool in the older API group, for which there is a rule of its own. */
function isTwin(one: InferencePool, other: InferencePool): boolean {
  return keyOf({ ...one.resource, group: '' }) === keyOf({ ...other.resource, group: '' });
}
