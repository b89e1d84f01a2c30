import type { Examples } from '../example';
import { workload } from '../example-objects';

const gateway = (port: number, rest = '') => `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: entry }
spec:
  gatewayClassName: agentgateway
  listeners: [{ name: http, protocol: HTTP, port: ${port}${rest && `, ${rest}`} }]
`;

const listeners = (second: string) => `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: entry }
spec:
  gatewayClassName: agentgateway
  listeners:
    - { name: http, protocol: HTTP, port: 80 }
    - { name: ${second}, protocol: HTTP, port: 8080 }
`;

export const OBJECT_EXAMPLES: Examples = {
  'LLMD-ALTERNATIVE': {
    failing: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: entry }
spec:
  gatewayClassName: agentgateway
  addresses: [{ type: IPAddress, value: models.example.com }]
  listeners: [{ name: http, protocol: HTTP, port: 80 }]
`,
    passing: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: entry }
spec:
  gatewayClassName: agentgateway
  addresses: [{ type: IPAddress, value: 10.9.8.7 }]
  listeners: [{ name: http, protocol: HTTP, port: 80 }]
`,
  },
  'LLMD-ANNOTATION': {
    failing: `apiVersion: v1
kind: ConfigMap
metadata: { name: settings, annotations: { 'who wrote this': me } }
`,
    passing: `apiVersion: v1
kind: ConfigMap
metadata: { name: settings, annotations: { author: me } }
`,
  },
  'LLMD-BOUNDS': { failing: gateway(80000), passing: gateway(8080) },
  'LLMD-ENUM': {
    failing: gateway(80, 'allowedRoutes: { namespaces: { from: Everywhere } }'),
    passing: gateway(80, 'allowedRoutes: { namespaces: { from: All } }'),
  },
  'LLMD-FINALIZER': {
    failing: `apiVersion: v1
kind: ConfigMap
metadata: { name: settings, finalizers: [cleanup] }
`,
    passing: `apiVersion: v1
kind: ConfigMap
metadata: { name: settings, finalizers: [example.com/cleanup] }
`,
  },
  'LLMD-FORMAT': {
    failing: `apiVersion: v1
kind: Secret
metadata: { name: token }
data: { token: my-token }
`,
    passing: `apiVersion: v1
kind: Secret
metadata: { name: token }
data: { token: bXktdG9rZW4= }
`,
  },
  'LLMD-KIND-NOT-CHECKED': {
    failing: `apiVersion: example.com/v1
kind: Router
metadata: { name: vllm }
`,
    passing: `apiVersion: v1
kind: ConfigMap
metadata: { name: vllm }
`,
  },
  'LLMD-KIND': { failing: workload({ object: 'apiVersion: apps/v1beta1' }), passing: workload() },
  'LLMD-LABEL-KEY': {
    failing: `apiVersion: v1
kind: ConfigMap
metadata: { name: settings, labels: { 'served model': opt } }
`,
    passing: `apiVersion: v1
kind: ConfigMap
metadata: { name: settings, labels: { served-model: opt } }
`,
  },
  'LLMD-LABEL-VALUE': {
    failing: `apiVersion: v1
kind: ConfigMap
metadata: { name: settings, labels: { model: facebook/opt-125m } }
`,
    passing: `apiVersion: v1
kind: ConfigMap
metadata: { name: settings, labels: { model: opt-125m } }
`,
  },
  'LLMD-LIST-KEY': {
    failing: listeners('http'),
    passing: listeners('http-alt'),
    also: { 'LLMD-CEL': 'Gateway API has a rule of its own against equal names of listeners' },
  },
  'LLMD-NAME': {
    failing: `apiVersion: v1
kind: Service
metadata: { name: 8b-model }
spec: { ports: [{ port: 8000 }] }
`,
    passing: `apiVersion: v1
kind: Service
metadata: { name: model-8b }
spec: { ports: [{ port: 8000 }] }
`,
  },
  'LLMD-NAMESPACE-CLUSTER': {
    failing: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: models, namespace: team-a }
`,
    passing: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: team-a-models }
`,
  },
  'LLMD-NAMESPACE': {
    failing: `apiVersion: v1
kind: Service
metadata: { name: vllm, namespace: Team_A }
spec: { ports: [{ port: 8000 }] }
`,
    passing: `apiVersion: v1
kind: Service
metadata: { name: vllm, namespace: team-a }
spec: { ports: [{ port: 8000 }] }
`,
  },
  'LLMD-OBJECT': {
    failing: `kind: ConfigMap
metadata: { name: settings }
`,
    passing: `apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
`,
  },
  'LLMD-OWNER': {
    failing: `apiVersion: v1
kind: ConfigMap
metadata: { name: settings, ownerReferences: [{ apiVersion: apps/v1, kind: Deployment, name: vllm, uid: '' }] }
`,
    passing: `apiVersion: v1
kind: ConfigMap
metadata: { name: settings, ownerReferences: [{ apiVersion: apps/v1, kind: Deployment, name: vllm, uid: 1b4e }] }
`,
  },
  'LLMD-PATTERN': {
    failing: gateway(80, 'hostname: "https://models.example.com"'),
    passing: gateway(80, 'hostname: models.example.com'),
  },
  'LLMD-REQUIRED': {
    failing: workload({ container: 'ports: [{ name: http }]' }),
    passing: workload({ container: 'ports: [{ name: http, containerPort: 8000 }]' }),
  },
  'LLMD-TYPE': {
    failing: workload({ object: 'spec: { replicas: "3" }' }),
    passing: workload({ object: 'spec: { replicas: 3 }' }),
  },
  'LLMD-UNKNOWN-FIELD': {
    failing: workload({ object: 'spec: { replica: 3 }' }),
    passing: workload({ object: 'spec: { replicas: 3 }' }),
  },
};
