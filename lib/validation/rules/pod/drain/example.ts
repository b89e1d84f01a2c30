/** A vLLM in a pool, and how it leaves; YAML for examples. */
export function poolWithDrain({ args = '', lifecycle = '', grace = '' }): string {
  return `apiVersion: inference.networking.k8s.io/v1
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
${grace === '' ? '' : `      terminationGracePeriodSeconds: ${grace}\n`}      containers:
        - name: vllm
          image: vllm/vllm-openai-cpu:v0.32.0
          args: [facebook/opt-125m${args}]
          ports:
            - containerPort: 8000
${lifecycle === '' ? '' : `          lifecycle:\n            preStop: ${lifecycle}\n`}`;
}
