import type { Examples } from '../../../../api-server/example';
import { documents, gateway, httpRoute, modelServer, picker, pool, service } from '../../example-objects';

const IN_MODELS = pool().replace('name: opt }', 'name: opt, namespace: models }');

const GRANT = `
apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata: { name: routes, namespace: models }
spec:
  from: [{ group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: default }]
  to: [{ group: inference.networking.k8s.io, kind: InferencePool }]`;

const ROUTE = httpRoute({ backends: ['{ name: vllm, namespace: models, port: 80 }'] });

const SERVICE = `
apiVersion: v1
kind: Service
metadata: { name: vllm, namespace: models }
spec:
  ports: [{ port: 80 }]`;

const backend = (name: string) => `{ group: inference.networking.k8s.io, kind: InferencePool, name: ${name} }`;

const VLLM = service({ name: 'vllm', ports: '[{ name: http, port: 80, targetPort: 8000 }]' });

const backendBackendWeights = (name: string, weight: number) =>
  `{ group: inference.networking.k8s.io, kind: InferencePool, name: ${name}, weight: ${weight} }`;

export const ROUTING_BACKEND_EXAMPLES: Examples = {
  'LLMD-BACKEND-GRANT-IGNORED': {
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
  'LLMD-BACKEND-GRANT': {
    failing: documents(gateway(), ROUTE, SERVICE),
    passing: documents(
      gateway(),
      ROUTE,
      SERVICE,
      `
apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata: { name: routes, namespace: models }
spec:
  from: [{ group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: default }]
  to: [{ group: "", kind: Service }]`,
    ),
  },
  'LLMD-BACKEND-MISSING': {
    failing: documents(
      gateway(),
      httpRoute({ backends: ['{ group: inference.networking.k8s.io, kind: InferencePool, name: opt-125m }'] }),
    ),
    passing: documents(gateway(), httpRoute(), pool(), modelServer(), service(), picker()),
  },
  'LLMD-BACKEND-POOL-PORT': {
    failing: documents(
      gateway(),
      httpRoute({ backends: ['{ group: inference.networking.k8s.io, kind: InferencePool, name: opt, port: 8000 }'] }),
    ),
    passing: documents(
      gateway(),
      httpRoute({ backends: ['{ group: inference.networking.k8s.io, kind: InferencePool, name: opt }'] }),
    ),
  },
  'LLMD-BACKEND-POOLS-ISTIO': {
    failing: documents(gateway({ className: 'istio' }), httpRoute({ backends: [backend('blue'), backend('green')] })),
    passing: documents(gateway({ className: 'istio' }), httpRoute({ backends: [backend('blue')] })),
  },
  'LLMD-BACKEND-PORT': {
    failing: documents(gateway(), httpRoute({ backends: ['{ name: vllm, port: 8000 }'] }), VLLM, modelServer()),
    passing: documents(gateway(), httpRoute({ backends: ['{ name: vllm, port: 80 }'] }), VLLM, modelServer()),
  },
  'LLMD-BACKEND-WEIGHTS': {
    failing: documents(
      gateway(),
      httpRoute({ backends: [backendBackendWeights('blue', 0), backendBackendWeights('green', 0)] }),
    ),
    passing: documents(
      gateway(),
      httpRoute({ backends: [backendBackendWeights('blue', 0), backendBackendWeights('green', 1)] }),
    ),
  },
};
