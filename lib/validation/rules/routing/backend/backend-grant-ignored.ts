import { AGENTGATEWAY, GATEWAYS } from '../../../../catalogue/gateways/gateways';
import { showResource } from '../../../../api-server/resource';
import type { Rule } from '../../../rule';
import { isPool, routeRules } from './backends';

export const BACKEND_GRANT_IGNORED: Rule = {
  code: 'LLMD-BACKEND-GRANT-IGNORED',
  severity: 'warning',
  title: 'On agentgateway a route and its InferencePool are in one namespace',
  why:
    'agentgateway up to v1.4.1 does not look for ReferenceGrants of InferencePools, and refuses the reference. ' +
    'Later versions do (agentgateway PR 3169).',
  *check(set) {
    for (const { route, backends, providers } of set.view(routeRules)) {
      if (!providers.some((id) => GATEWAYS[id].followsPoolGrants === false)) continue;
      for (const { reference, to } of backends.filter(isPool)) {
        if (to.namespace === route.namespace) continue;
        yield {
          resource: route,
          path: reference.path,
          message: `${showResource(to)} is in another namespace than the route, and agentgateway v${AGENTGATEWAY.version} honours no ReferenceGrant for it`,
          remedy: "put the route into the pool's namespace, and let the Gateway admit routes from there",
        };
      }
    }
  },
};
