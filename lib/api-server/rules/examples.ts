import type { Examples } from '../example';

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
  'LLMD-BOUNDS': {
    failing: `apiVersion: inference.networking.k8s.io/v1
kind: InferencePool
metadata: { name: vllm }
spec:
  selector: { matchLabels: { app: vllm } }
  targetPorts: [{ number: 80000 }]
  endpointPickerRef: { name: vllm-epp, port: { number: 9002 } }
`,
    passing: `apiVersion: inference.networking.k8s.io/v1
kind: InferencePool
metadata: { name: vllm }
spec:
  selector: { matchLabels: { app: vllm } }
  targetPorts: [{ number: 8000 }]
  endpointPickerRef: { name: vllm-epp, port: { number: 9002 } }
`,
  },
  'LLMD-ENUM': {
    failing: `apiVersion: inference.networking.k8s.io/v1
kind: InferencePool
metadata: { name: vllm }
spec:
  selector: { matchLabels: { app: vllm } }
  targetPorts: [{ number: 8000 }]
  endpointPickerRef: { name: vllm-epp, port: { number: 9002 }, failureMode: FailClosed }
`,
    passing: `apiVersion: inference.networking.k8s.io/v1
kind: InferencePool
metadata: { name: vllm }
spec:
  selector: { matchLabels: { app: vllm } }
  targetPorts: [{ number: 8000 }]
  endpointPickerRef: { name: vllm-epp, port: { number: 9002 }, failureMode: FailClose }
`,
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
    failing: `apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata: { name: vllm }
`,
    passing: `apiVersion: v1
kind: ConfigMap
metadata: { name: vllm }
`,
  },
  'LLMD-KIND': {
    failing: `apiVersion: apps/v1beta1
kind: Deployment
metadata: { name: vllm }
spec:
  selector: { matchLabels: { app: vllm } }
  template:
    metadata: { labels: { app: vllm } }
    spec: { containers: [{ name: vllm, image: 'vllm/vllm-openai:v0.11.0' }] }
`,
    passing: `apiVersion: apps/v1
kind: Deployment
metadata: { name: vllm }
spec:
  selector: { matchLabels: { app: vllm } }
  template:
    metadata: { labels: { app: vllm } }
    spec: { containers: [{ name: vllm, image: 'vllm/vllm-openai:v0.11.0' }] }
`,
  },
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
    failing: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: entry }
spec:
  gatewayClassName: agentgateway
  listeners:
    - { name: http, protocol: HTTP, port: 80 }
    - { name: http, protocol: HTTP, port: 8080 }
`,
    passing: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: entry }
spec:
  gatewayClassName: agentgateway
  listeners:
    - { name: http, protocol: HTTP, port: 80 }
    - { name: http-alt, protocol: HTTP, port: 8080 }
`,
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
    failing: `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: vllm }
spec: { hostnames: ['https://models.example.com'] }
`,
    passing: `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: vllm }
spec: { hostnames: [models.example.com] }
`,
  },
  'LLMD-REQUIRED': {
    failing: `apiVersion: inference.networking.k8s.io/v1
kind: InferencePool
metadata: { name: vllm }
spec:
  selector: { matchLabels: { app: vllm } }
  endpointPickerRef: { name: vllm-epp, port: { number: 9002 } }
`,
    passing: `apiVersion: inference.networking.k8s.io/v1
kind: InferencePool
metadata: { name: vllm }
spec:
  selector: { matchLabels: { app: vllm } }
  targetPorts: [{ number: 8000 }]
  endpointPickerRef: { name: vllm-epp, port: { number: 9002 } }
`,
  },
  'LLMD-TYPE': {
    failing: `apiVersion: apps/v1
kind: Deployment
metadata: { name: vllm }
spec:
  replicas: '3'
  selector: { matchLabels: { app: vllm } }
  template:
    metadata: { labels: { app: vllm } }
    spec: { containers: [{ name: vllm, image: 'vllm/vllm-openai:v0.11.0' }] }
`,
    passing: `apiVersion: apps/v1
kind: Deployment
metadata: { name: vllm }
spec:
  replicas: 3
  selector: { matchLabels: { app: vllm } }
  template:
    metadata: { labels: { app: vllm } }
    spec: { containers: [{ name: vllm, image: 'vllm/vllm-openai:v0.11.0' }] }
`,
  },
  'LLMD-UNKNOWN-FIELD': {
    failing: `apiVersion: apps/v1
kind: Deployment
metadata: { name: vllm }
spec:
  replica: 3
  selector: { matchLabels: { app: vllm } }
  template:
    metadata: { labels: { app: vllm } }
    spec: { containers: [{ name: vllm, image: 'vllm/vllm-openai:v0.11.0' }] }
`,
    passing: `apiVersion: apps/v1
kind: Deployment
metadata: { name: vllm }
spec:
  replicas: 3
  selector: { matchLabels: { app: vllm } }
  template:
    metadata: { labels: { app: vllm } }
    spec: { containers: [{ name: vllm, image: 'vllm/vllm-openai:v0.11.0' }] }
`,
  },
};
