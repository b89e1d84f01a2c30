/** A vLLM on CPUs with these fields of its container, and volumes; YAML for examples. */
export function vllmOnCpu(container: string, volumes = ''): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: vllm
spec:
  containers:
    - name: vllm
      image: vllm/vllm-openai-cpu:v0.32.0
      args: [facebook/opt-125m]
${container.trim().replace(/^/gm, '      ')}
${volumes === '' ? '' : `  volumes:\n${volumes.trim().replace(/^/gm, '    ')}\n`}`;
}
