import { listed } from '../../../../text/wording';
import { keyOf, type Resource, showResource } from '../../../../api-server/resource';
import type { ResourceSet } from '../../../resource-set';
import type { Rule } from '../../../rule';
import { membersOf } from '../../../facts/members';
import { servedModels, type ServedNames } from '../../../facts/served-models';
import { rewriteRules } from './models';

export const REWRITE_UNSERVED: Rule = {
  code: 'LLMD-REWRITE-UNSERVED',
  severity: 'warning',
  title: 'The targets of a rewrite are names that the model servers of the pool serve',
  why: 'vLLM answers 404 to a model name that it does not serve. Names that it learns later (LoRA adapters) cannot be seen here.',
  *check(set) {
    for (const rule of set.view(rewriteRules)) {
      const servers = set.view(serversByPool).get(keyOf(rule.pool)) ?? [];
      for (const { model, path } of rule.targets) {
        const without = servers.find(({ served }) => model !== undefined && !served.has(model));
        if (without === undefined) continue;
        yield {
          resource: rule.resource,
          path: [...path, 'modelRewrite'],
          message: `${JSON.stringify(model)} is not served by ${without.workload}, which serves ${listed([...without.served])}`,
          remedy: 'write a name that it serves, or add the name to its --served-model-name',
        };
      }
    }
  },
};

/** A workload and the names that it serves. */
interface Server {
  readonly workload: string;
  readonly served: ServedNames;
}

/** The model servers whose names can be known, by their pool. */
function serversByPool(set: ResourceSet): ReadonlyMap<string, readonly Server[]> {
  const pools = new Map(set.view(rewriteRules).map(({ pool }) => [keyOf(pool), set.find(pool)]));
  return new Map([...pools].map(([key, pool]) => [key, pool === undefined ? [] : serversOf(set, pool)]));
}

function serversOf(set: ResourceSet, pool: Resource): Server[] {
  return membersOf(set, pool).flatMap(({ pod }) => {
    const served = servedModels(pod);
    return served === undefined ? [] : { workload: showResource(pod.resource), served };
  });
}
