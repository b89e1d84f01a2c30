import type { Rule } from '../../../rule';
import { EXPERIMENTAL_GROUP, POOL_GROUP } from '../../../../catalogue/api-groups';

export const POOL_GROUPS_MIXED: Rule = {
  code: 'LLMD-POOL-GROUPS-MIXED',
  severity: 'error',
  title: 'An InferencePool is there in one API group',
  why:
    'Gateway, endpoint picker, rewrites and objectives each name the group of the pool. With a pool of the same name ' +
    'in both groups some follow the one and some the other, and a change of one of them is silently without effect.',
  *check(set) {
    for (const resource of set.ofKind(EXPERIMENTAL_GROUP, 'InferencePool')) {
      if (!set.has({ ...resource, group: POOL_GROUP })) continue;
      yield {
        resource,
        path: ['apiVersion'],
        message: `InferencePool ${resource.name} is there in ${POOL_GROUP} too`,
        remedy: `keep the one of ${POOL_GROUP}/v1`,
      };
    }
  },
};
