import { showResource } from '../../../../api-server/resource';
import type { Rule } from '../../../rule';
import { documents, gateway, httpRoute, pool } from '../../example-objects';
import { isPool, routeRules } from './backends';

const IN_MODELS = pool().replace('name: opt }', 'name: opt, namespace: models }');
const GRANT = `
apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata: { name: routes, namespace: models }
spec:
  from: [{ group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: default }]
  to: [{ group: inference.networking.k8s.io, kind: InferencePool }]`;

/** agentgateway follows no route to a pool elsewhere. */
export const BACKEND_GRANT_IGNORED: Rule = {
  code: 'LLMD-BACKEND-GRANT-IGNORED',
  severity: 'warning',
  title: 'On agentgateway a route and its InferencePool are in one namespace',
  why:
    'agentgateway up to v1.4.1 does not look for ReferenceGrants of InferencePools, and refuses the reference. ' +
    'Later versions do (agentgateway PR 3169).',
  examples: {
    failing: documents(
      gateway({ className: 'agentgateway' }),
      httpRoute({
        backends: ['{ group: inference.networking.k8s.io, kind: InferencePool, name: opt, namespace: models }'],
      }),
      IN_MODELS,
      GRANT,
    ),
    passing: documents(gateway({ className: 'agentgateway' }), httpRoute(), pool()),
  },
  *check(set) {
    for (const { route, backends, providers } of set.view(routeRules)) {
      if (!providers.includes('agentgateway')) continue;
      for (const { reference, to } of backends.filter(isPool)) {
        if (to.namespace === route.namespace) continue;
        yield {
          resource: route,
          path: reference.path,
          message: `${showResource(to)} is in another namespace than the route, and agentgateway v1.4.1 honours no ReferenceGrant for it`,
          remedy: "put the route into the pool's namespace, and let the Gateway admit routes from there",
        };
      }
    }
  },
};
