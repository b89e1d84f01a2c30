import { ENVOY_GATEWAY, GATEWAYS } from '../../../../catalogue/gateways/gateways';
import { references } from '../../../references/references';
import { isSelection } from '../../../references/reference';
import { keyOf, type Resource } from '../../../../api-server/resource';
import type { ResourceSet } from '../../../resource-set';
import type { Rule } from '../../../rule';
import { routeRules } from '../backend/backends';
import { leadsToModel } from './model-routes';

export const ROUTE_TIMEOUT_DEFAULT: Rule = {
  code: 'LLMD-ROUTE-TIMEOUT-DEFAULT',
  severity: 'warning',
  title: 'On Envoy Gateway a route to a model sets its timeout',
  why: `Where neither the route nor a BackendTrafficPolicy sets one, Envoy's default cuts every response after ${ENVOY_GATEWAY.defaultTimeoutSeconds} s.`,
  *check(set) {
    for (const entry of set.view(routeRules)) {
      const { route, index, rule, providers } = entry;
      const seconds = providers.flatMap((id) => GATEWAYS[id].defaultTimeoutSeconds ?? []).at(0);
      if (seconds === undefined || rule.timeouts?.request !== undefined) continue;
      if (!leadsToModel(set, entry) || hasPolicy(set, route)) continue;
      yield {
        resource: route,
        path: ['spec', 'rules', index],
        message: `the rule has no timeouts.request, and Envoy Gateway cuts responses after ${seconds} s then`,
        remedy: 'write timeouts: { request: 0s }, which is no limit',
      };
    }
  },
};

/** Whether a policy sets the timeout of the route, or of one of its Gateways. */
function hasPolicy(set: ResourceSet, route: Resource): boolean {
  const parents = (route.object.spec?.parentRefs ?? []).map(({ name, namespace = route.namespace }: any) =>
    keyOf({ group: route.group, kind: 'Gateway', namespace, name }),
  );
  return [keyOf(route), ...parents].some((key) => set.view(targetsWithTimeout).has(key));
}

function targetsWithTimeout(set: ResourceSet): ReadonlySet<string> {
  const keys = set.view(references).flatMap(({ from, relation, to }) => {
    const hasTimeout = from.object.spec?.timeout?.http?.requestTimeout !== undefined;
    return from.kind !== 'BackendTrafficPolicy' || relation !== 'targetRef' || !hasTimeout || isSelection(to)
      ? []
      : keyOf(to);
  });
  return new Set(keys);
}
