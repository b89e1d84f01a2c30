/** A pool, its picker and its pods, and a NetworkPolicy for one of them; YAML for examples. */
export function stackWithPolicy(policy: string, rest = ''): string {
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: guard
spec:
${policy.trim().replace(/^/gm, '  ')}
---
${rest}apiVersion: inference.networking.k8s.io/v1
kind: InferencePool
metadata:
  name: opt
spec:
  selector:
    matchLabels: { app: vllm }
  targetPorts:
    - number: 8000
  endpointPickerRef:
    name: opt-epp
    port: { number: 9002 }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: vllm
spec:
  selector:
    matchLabels: { app: vllm }
  template:
    metadata:
      labels: { app: vllm }
    spec:
      containers:
        - name: vllm
          image: vllm/vllm-openai-cpu:v0.32.0
          ports:
            - name: http
              containerPort: 8000
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: opt-epp
spec:
  selector:
    matchLabels: { app: opt-epp }
  template:
    metadata:
      labels: { app: opt-epp }
    spec:
      containers:
        - name: epp
          image: ghcr.io/llm-d/llm-d-router-endpoint-picker:v0.10.0
          args: [--pool-name=opt]
`;
}

/** A Gateway and its route to the pool. */
export const ROUTE = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: web
  namespace: gateways
spec:
  gatewayClassName: agentgateway
  listeners:
    - { name: http, port: 80, protocol: HTTP }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: opt
spec:
  parentRefs:
    - { name: web, namespace: gateways }
  rules:
    - backendRefs:
        - { group: inference.networking.k8s.io, kind: InferencePool, name: opt }
---
`;
