import { GATEWAYS } from '../../../../catalogue/gateways/gateways';
import type { Rule } from '../../../rule';
import { routeRules } from '../backend/backends';

export const ROUTE_TIMEOUT_GKE: Rule = {
  code: 'LLMD-ROUTE-TIMEOUT-GKE',
  severity: 'error',
  title: 'On GKE a route has no timeouts',
  why: 'GKE refuses the whole route (Accepted False, UnsupportedValue; kserve issue 5311).',
  *check(set) {
    for (const { route, index, rule, providers } of set.view(routeRules)) {
      if (rule.timeouts === undefined || !providers.some((id) => GATEWAYS[id].refusesRouteTimeouts)) continue;
      yield {
        resource: route,
        path: ['spec', 'rules', index, 'timeouts'],
        message: 'GKE refuses a route with timeouts',
        remedy: 'leave them out, and set timeoutSec in a GCPBackendPolicy for the InferencePool',
      };
    }
  },
};
