import type { Examples } from '../../../../api-server/example';
import { patched } from '../../../../api-server/example-objects';
import { gateway, httpRoute, stack } from '../../example-objects';

const WITH_HOSTNAME = gateway({ listener: '{ name: http, port: 80, protocol: HTTP, hostname: "*.example.com" }' });

const OPEN = '{ name: http, port: 80, protocol: HTTP, allowedRoutes: { namespaces: { from: All } } }';

const elsewhere = (listener?: string) => ({
  gateway: gateway({ namespace: 'gateways', listener }),
  route: patched(httpRoute({ parent: '{ name: inference, namespace: gateways }' }), 'metadata: { namespace: default }'),
});

const GKE = gateway({ className: 'gke-l7-regional-external-managed' });

const ENVOY_GATEWAY = gateway({ className: 'eg' });

export const ROUTING_ROUTE_EXAMPLES: Examples = {
  'LLMD-ROUTE-CONFLICT': {
    failing: stack({}, httpRoute({ name: 'gemma' })),
    passing: stack(
      {},
      httpRoute({
        name: 'gemma',
        rest: 'matches: [{ headers: [{ name: X-Gateway-Base-Model-Name, value: gemma }] }]',
      }),
    ),
  },
  'LLMD-ROUTE-DETACHED': { failing: stack({ route: httpRoute({ parent: '' }) }), passing: stack() },
  'LLMD-ROUTE-HOSTNAME': {
    failing: stack({ gateway: WITH_HOSTNAME, route: httpRoute({ hostnames: 'llm.example.org' }) }),
    passing: stack({ gateway: WITH_HOSTNAME, route: httpRoute({ hostnames: 'llm.example.com' }) }),
  },
  'LLMD-ROUTE-LISTENER': {
    failing: stack({ route: httpRoute({ parent: '{ name: inference, sectionName: https }' }) }),
    passing: stack({ route: httpRoute({ parent: '{ name: inference, sectionName: http }' }) }),
  },
  'LLMD-ROUTE-NAMESPACE': { failing: stack(elsewhere()), passing: stack(elsewhere(OPEN)) },
  'LLMD-ROUTE-PARENT-MISSING': {
    failing: stack({ route: httpRoute({ parent: '{ name: gateway }' }) }),
    passing: stack(),
  },
  'LLMD-ROUTE-PROTOCOL': {
    failing: stack({ gateway: gateway({ listener: '{ name: raw, port: 80, protocol: TCP }' }) }),
    passing: stack(),
  },
  'LLMD-ROUTE-TIMEOUT-DEFAULT': {
    failing: stack({ gateway: ENVOY_GATEWAY }),
    passing: stack({ gateway: ENVOY_GATEWAY, route: httpRoute({ rest: 'timeouts: { request: 0s }' }) }),
  },
  'LLMD-ROUTE-TIMEOUT-GKE': {
    failing: stack({ gateway: GKE, route: httpRoute({ rest: 'timeouts: { request: 300s }' }) }),
    passing: stack({ gateway: GKE }),
  },
  'LLMD-ROUTE-TIMEOUT-SHORT': {
    failing: stack({ route: httpRoute({ rest: 'timeouts: { request: 15s }' }) }),
    passing: stack({ route: httpRoute({ rest: 'timeouts: { request: 0s }' }) }),
  },
};
