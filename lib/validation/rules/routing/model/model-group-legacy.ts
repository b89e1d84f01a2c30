import type { Rule } from '../../../rule';
import { showResource } from '../../../../api-server/resource';
import { isMixed, modelObjects, releasesOf } from './models';

export const MODEL_GROUP_LEGACY: Rule = {
  code: 'LLMD-MODEL-GROUP-LEGACY',
  severity: 'warning',
  title: "Rewrites and objectives are of the API group that the pool's endpoint picker prefers",
  why:
    'llm-d-router asks the API server which group it serves. Where llm-d.ai is installed, it ignores objects of the ' +
    'older group, and reports nothing (llm-d-router issue 1432).',
  *check(set) {
    for (const { resource, pool } of set.view(modelObjects)) {
      if (isMixed(set, pool)) continue;
      const release = releasesOf(set, pool).find(
        ({ modelApiGroup, watchedModelGroups }) =>
          modelApiGroup !== resource.group && watchedModelGroups.includes(resource.group),
      );
      if (release === undefined) continue;
      yield {
        resource,
        path: ['apiVersion'],
        message: `the endpoint picker of ${showResource(pool)} is ${release.id}, which ignores ${resource.group} where ${release.modelApiGroup} is served`,
        remedy: `write apiVersion: ${release.modelApiVersion}`,
      };
    }
  },
};
