/*
 * Sparse objects in YAML, in namespace `default`, for tests of the graph and of references. The examples of rules have
 * complete ones: lib/validation/rules/example-objects.ts.
 */

type Fields<Name extends string> = { readonly [name in Name]?: string };

/** YAML documents in one stream. */
export function documents(...yaml: readonly string[]): string {
  return yaml.map((document) => document.trim() + '\n').join('---\n');
}

/** A Deployment of vLLM. */
export function modelServer({
  name = 'vllm',
  labels = 'app: vllm',
  ports = '[{ containerPort: 8000 }]',
  args = '',
  pod = '',
  container = '',
} = {}) {
  return deployment({
    name,
    labels,
    pod,
    container: `name: vllm
          image: vllm/vllm-openai-cpu:v0.32.0
          args: [facebook/opt-125m${args && `, ${args}`}]
          ports: ${ports}${container && `\n          ${container}`}`,
  });
}

/** A Deployment of an endpoint picker. */
export function picker({
  name = 'epp',
  args = '--pool-name=opt',
  labels = `app: ${name}`,
  image = 'ghcr.io/llm-d/llm-d-router-endpoint-picker:v0.10.0',
  pod = '',
}: Fields<'name' | 'args' | 'labels' | 'image' | 'pod'> = {}) {
  return deployment({
    name,
    labels,
    pod,
    container: `name: epp
          image: ${image}
          args: [${args}]
          ports: [{ name: grpc-ext-proc, containerPort: 9002 }, { name: metrics, containerPort: 9090 }]`,
  });
}

/** A Deployment with one container. */
function deployment({ name, labels, pod, container }: Required<Fields<'name' | 'labels' | 'pod' | 'container'>>) {
  return `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  selector: { matchLabels: { ${labels} } }
  template:
    metadata: { labels: { ${labels} } }
    spec:${pod && `\n      ${pod}`}
      containers:
        - ${container}`;
}

/** A Service. */
export function service({
  name = 'epp',
  selector = `app: ${name}`,
  ports = '[{ port: 9002, targetPort: 9002 }]',
}: Fields<'name' | 'selector' | 'ports'> = {}) {
  return `
apiVersion: v1
kind: Service
metadata: { name: ${name} }
spec:
  selector: { ${selector} }
  ports: ${ports}`;
}

/** An InferencePool. */
export function pool({
  name = 'opt',
  labels = 'app: vllm',
  port = 8000,
  pickerRef = '{ name: epp, port: { number: 9002 } }',
} = {}) {
  return `
apiVersion: inference.networking.k8s.io/v1
kind: InferencePool
metadata: { name: ${name} }
spec:
  selector: { matchLabels: { ${labels} } }
  targetPorts: [{ number: ${port} }]
  endpointPickerRef: ${pickerRef}`;
}

/** An InferencePool of the API before v1. */
export const LEGACY_POOL = `
apiVersion: inference.networking.x-k8s.io/v1alpha2
kind: InferencePool
metadata: { name: opt }
spec:
  selector: { app: vllm }
  targetPortNumber: 8000
  extensionRef: { name: epp }`;

/** A Gateway with one listener. */
export function gateway({
  name = 'inference',
  namespace = 'default',
  className = 'agentgateway',
  listener = '{ name: http, port: 80, protocol: HTTP }',
} = {}) {
  return `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  gatewayClassName: ${className}
  listeners:
    - ${listener}`;
}

/** An HTTPRoute with one rule. */
export function httpRoute({
  name = 'opt',
  namespace = 'default',
  parent = '{ name: inference }',
  hostnames = '',
  backends = ['{ group: inference.networking.k8s.io, kind: InferencePool, name: opt }'],
  rest = '',
} = {}) {
  return `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  parentRefs: [${parent}]${hostnames && `\n  hostnames: [${hostnames}]`}
  rules:
    - backendRefs:
${backends.map((backend) => `        - ${backend}`).join('\n')}${rest && `\n      ${rest}`}`;
}

/** An InferenceModelRewrite. */
export function rewrite({
  name = 'aliases',
  group = 'llm-d.ai',
  poolRef = '{ name: opt }',
  rules = '[{ matches: [{ model: { value: opt } }], targets: [{ modelRewrite: facebook/opt-125m }] }]',
} = {}) {
  return `
apiVersion: ${group}/v1alpha2
kind: InferenceModelRewrite
metadata: { name: ${name} }
spec:
  poolRef: ${poolRef}
  rules: ${rules}`;
}
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
