/** A pod of vLLM with these arguments, and further lines of its container; YAML for examples. */
export function vllmPod(args: string, { image = 'vllm/vllm-openai:v0.32.0', container = '' } = {}): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: vllm
spec:
  containers:
    - name: vllm
      image: ${image}
      args: [${args}]
${container.trim().replace(/^(?=.)/gm, '      ')}
`;
}
