import type { Rule } from '../../../rule';
import { showResource } from '../../../../api-server/resource';
import { modelObjects, releasesOf } from './models';

export const MODEL_GROUP_UNWATCHED: Rule = {
  code: 'LLMD-MODEL-GROUP-UNWATCHED',
  severity: 'error',
  title: "Rewrites and objectives are of the API group that the pool's endpoint picker watches",
  why: 'An endpoint picker of GAIE knows nothing of llm-d.ai: the object is stored, and has no effect.',
  *check(set) {
    for (const { resource, pool } of set.view(modelObjects)) {
      const release = releasesOf(set, pool).find(
        ({ watchedModelGroups }) => !watchedModelGroups.includes(resource.group),
      );
      if (release === undefined) continue;
      yield {
        resource,
        path: ['apiVersion'],
        message: `the endpoint picker of ${showResource(pool)} is ${release.id}, which does not watch ${resource.group}`,
        remedy: `write apiVersion: ${release.modelApiVersion}`,
      };
    }
  },
};
