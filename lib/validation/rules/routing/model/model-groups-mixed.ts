import { EXPERIMENTAL_GROUP } from '../../../../catalogue/api-groups';
import type { Rule } from '../../../rule';
import { showResource } from '../../../../api-server/resource';
import { isMixed, modelObjects } from './models';

export const MODEL_GROUPS_MIXED: Rule = {
  code: 'LLMD-MODEL-GROUPS-MIXED',
  severity: 'error',
  title: 'All rewrites and objectives of a pool are of one API group',
  why: 'An endpoint picker reads the objects of one group and ignores those of the other.',
  *check(set) {
    for (const { resource, pool } of set.view(modelObjects)) {
      if (resource.group !== EXPERIMENTAL_GROUP || !isMixed(set, pool)) continue;
      yield {
        resource,
        path: ['apiVersion'],
        message: `${showResource(pool)} has rewrites or objectives of llm-d.ai too`,
        remedy: 'keep the group that the release of the endpoint picker reads',
      };
    }
  },
};
