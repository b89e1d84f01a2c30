import type { Rule } from '../../../rule';
import { showResource } from '../../../../api-server/resource';
import { documents, modelServer, picker, pool, rewrite, service } from '../../example-objects';
import { modelObjects, releasesOf } from './models';

const GAIE = 'registry.k8s.io/gateway-api-inference-extension/epp:v1.5.0';
const LEGACY = 'inference.networking.x-k8s.io';

/** The picker of the pool reads this API group. */
export const MODEL_GROUP_UNWATCHED: Rule = {
  code: 'LLMD-MODEL-GROUP-UNWATCHED',
  severity: 'error',
  title: "Rewrites and objectives are of the API group that the pool's endpoint picker watches",
  why: 'An endpoint picker of GAIE knows nothing of llm-d.ai: the object is stored, and has no effect.',
  examples: {
    failing: documents(modelServer(), pool(), service(), picker({ image: GAIE }), rewrite({ group: 'llm-d.ai' })),
    passing: documents(modelServer(), pool(), service(), picker({ image: GAIE }), rewrite({ group: LEGACY })),
  },
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
