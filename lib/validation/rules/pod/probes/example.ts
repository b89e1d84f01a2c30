/** A vLLM in a pool with these probes; YAML for examples. */
export function vllmPool(probe: string): string {
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
${vllmPod(probe)}`;
}

/** A vLLM with this probe. */
export function vllmPod(probe: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: vllm
  labels: { app: vllm }
spec:
  containers:
    - name: vllm
      image: vllm/vllm-openai-cpu:v0.32.0
      args: [facebook/opt-125m, --port=8000]
      ports:
        - name: http
          containerPort: 8000
${probe === '' ? '' : `      ${probe}\n`}`;
}
