/** A Deployment whose pod has this spec; YAML for examples. */
export function deploymentOf(podSpec: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: vllm }
spec:
  selector: { matchLabels: { app: vllm } }
  template:
    metadata: { labels: { app: vllm } }
    spec:
${podSpec.trim().replace(/^/gm, '      ')}
`;
}

/** An object of the core group with nothing but a name. */
export function named(kind: string, name: string, rest = ''): string {
  return `---
apiVersion: v1
kind: ${kind}
metadata: { name: ${name} }
${rest}`;
}
