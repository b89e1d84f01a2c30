import { documents, pool } from '../../example-objects';

/** A vLLM in a pool with these probes; YAML for examples. */
export function vllmPool(probe: string): string {
  return documents(pool(), vllmPod(probe));
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
