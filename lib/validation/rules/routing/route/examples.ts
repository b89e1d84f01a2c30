import type { Examples } from '../../../../api-server/example';
import { documents, gateway, httpRoute } from '../../example-objects';

const GATEWAY = gateway({ listener: '{ name: http, port: 80, protocol: HTTP, hostname: "*.example.com" }' });

const PARENT = '{ name: inference, namespace: gateways }';

const BACKEND = ['{ group: inference.networking.k8s.io, kind: InferencePool, name: opt }'];

const CLASS = 'gke-l7-regional-external-managed';

export const ROUTING_ROUTE_EXAMPLES: Examples = {
  'LLMD-ROUTE-CONFLICT': {
    failing: documents(gateway(), httpRoute({ name: 'opt' }), httpRoute({ name: 'gemma' })),
    passing: documents(
      gateway(),
      httpRoute({ name: 'opt' }),
      httpRoute({
        name: 'gemma',
        rest: 'matches: [{ headers: [{ name: X-Gateway-Base-Model-Name, value: gemma }] }]',
      }),
    ),
  },
  'LLMD-ROUTE-DETACHED': {
    failing: documents(gateway(), httpRoute({ parent: '' })),
    passing: documents(gateway(), httpRoute({ parent: '{ name: inference }' })),
  },
  'LLMD-ROUTE-HOSTNAME': {
    failing: documents(GATEWAY, httpRoute({ hostnames: 'llm.example.org' })),
    passing: documents(GATEWAY, httpRoute({ hostnames: 'llm.example.com' })),
  },
  'LLMD-ROUTE-LISTENER': {
    failing: documents(gateway(), httpRoute({ parent: '{ name: inference, sectionName: https }' })),
    passing: documents(gateway(), httpRoute({ parent: '{ name: inference, sectionName: http }' })),
  },
  'LLMD-ROUTE-NAMESPACE': {
    failing: documents(gateway({ namespace: 'gateways' }), httpRoute({ parent: PARENT })),
    passing: documents(
      gateway({
        namespace: 'gateways',
        listener: '{ name: http, port: 80, protocol: HTTP, allowedRoutes: { namespaces: { from: All } } }',
      }),
      httpRoute({ parent: PARENT }),
    ),
  },
  'LLMD-ROUTE-PARENT-MISSING': {
    failing: documents(gateway({ name: 'inference' }), httpRoute({ parent: '{ name: gateway }', backends: BACKEND })),
    passing: documents(gateway({ name: 'inference' }), httpRoute({ parent: '{ name: inference }', backends: BACKEND })),
  },
  'LLMD-ROUTE-PROTOCOL': {
    failing: documents(gateway({ listener: '{ name: raw, port: 80, protocol: TCP }' }), httpRoute()),
    passing: documents(gateway({ listener: '{ name: http, port: 80, protocol: HTTP }' }), httpRoute()),
  },
  'LLMD-ROUTE-TIMEOUT-DEFAULT': {
    failing: documents(gateway({ className: 'eg' }), httpRoute()),
    passing: documents(gateway({ className: 'eg' }), httpRoute({ rest: 'timeouts: { request: 0s }' })),
  },
  'LLMD-ROUTE-TIMEOUT-GKE': {
    failing: documents(gateway({ className: CLASS }), httpRoute({ rest: 'timeouts: { request: 300s }' })),
    passing: documents(gateway({ className: CLASS }), httpRoute()),
  },
  'LLMD-ROUTE-TIMEOUT-SHORT': {
    failing: documents(gateway(), httpRoute({ rest: 'timeouts: { request: 15s }' })),
    passing: documents(gateway(), httpRoute({ rest: 'timeouts: { request: 0s }' })),
  },
};
