interface Parts {
  readonly image?: string;
  readonly namespace?: string;
  readonly replicas?: number;
  /** More lines of the container. */
  readonly container?: string;
  /** More lines of the pod. */
  readonly pod?: string;
}

/** The Deployment of an endpoint picker with these arguments; YAML for examples. */
export function pickerDeployment(args: string, parts: Parts = {}): string {
  const { image = 'ghcr.io/llm-d/llm-d-router-endpoint-picker:v0.10.0', namespace = 'default', replicas = 1 } = parts;
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: epp
  namespace: ${namespace}
spec:
  replicas: ${replicas}
  selector:
    matchLabels: { app: epp }
  template:
    metadata:
      labels: { app: epp }
    spec:
      containers:
        - name: epp
          image: ${image}
          args: [${args}]
${indent(parts.container, 10)}${indent(parts.pod, 6)}`;
}

export const GAIE_IMAGE = 'registry.k8s.io/gateway-api-inference-extension/epp:v1.5.0';

function indent(lines = '', spaces: number): string {
  return lines === '' ? '' : `${lines.trim().replace(/^(?=.)/gm, ' '.repeat(spaces))}\n`;
}
