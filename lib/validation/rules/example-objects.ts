import { deployment, documents, type PodPatch } from '../../api-server/example-objects';

/*
 * Objects for the examples of rules, in namespace `default`. Together they are a complete stack that validation has
 * nothing to say about, so that an example is this stack with one change. A patch is YAML that is laid over an object:
 * its fields win, a list replaces a list, and null takes a field away.
 */

/** A Deployment of vLLM that drains, with its probes. */
export function modelServer({
  drain = '--shutdown-timeout=45',
  ...patch
}: PodPatch & { readonly drain?: string } = {}) {
  return deployment(
    { name: 'vllm', image: 'vllm/vllm-openai-cpu:v0.32.0', ports: '[{ name: http, containerPort: 8000 }]', ...patch },
    ['facebook/opt-125m', patch.args, drain],
    `
terminationGracePeriodSeconds: 75
enableServiceLinks: false
volumes: [{ name: shm, emptyDir: { medium: Memory, sizeLimit: 1Gi } }]`,
    `
env: [{ name: HOME, value: /tmp }]
readinessProbe: { httpGet: { path: /health, port: http } }
lifecycle: { preStop: { sleep: { seconds: 10 } } }
volumeMounts: [{ name: shm, mountPath: /dev/shm }]`,
  );
}

/** A Deployment of an endpoint picker. */
export function picker({
  args = '--pool-name=opt',
  settings = '--metrics-endpoint-auth=false, --tracing=false',
  image = 'ghcr.io/llm-d/llm-d-router-endpoint-picker:v0.10.0',
  ...patch
}: PodPatch & { readonly settings?: string } = {}) {
  return deployment(
    {
      name: 'epp',
      image,
      ports: '[{ name: grpc-ext-proc, containerPort: 9002 }, { name: metrics, containerPort: 9090 }]',
      ...patch,
    },
    [args, settings],
    `
serviceAccountName: epp
terminationGracePeriodSeconds: 130`,
  );
}

/** A Deployment of the simulator of vLLM. */
export function simulator(patch: PodPatch = {}) {
  const image = 'ghcr.io/llm-d/llm-d-inference-sim:v0.10.2';
  return deployment({ name: 'sim', image, ...patch }, ['--model=opt', patch.args], '');
}

/** A ServiceAccount, and a Role for it with these rules. */
export function access(rules: string = PICKER_RIGHTS, { role = 'Role', namespace = 'default' } = {}): string {
  return documents(
    `
apiVersion: v1
kind: ServiceAccount
metadata: { name: epp }`,
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ${role}
metadata: { name: epp }
rules:
${rules.trim().replace(/^/gm, '  ')}`,
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ${role}Binding
metadata: { name: epp }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ${role}, name: epp }
subjects: [{ kind: ServiceAccount, name: epp, namespace: ${namespace} }]`,
  );
}

/** All that the endpoint picker reads. */
export const PICKER_RIGHTS = `
- { apiGroups: [""], resources: [pods], verbs: [get, list, watch] }
- { apiGroups: [inference.networking.k8s.io], resources: [inferencepools], verbs: [get, list, watch] }
- apiGroups: [llm-d.ai, inference.networking.x-k8s.io]
  resources: [inferencemodelrewrites, inferenceobjectives]
  verbs: [get, list, watch]`;

/** What an endpoint picker asks about those who read its metrics. */
export const METRICS_ACCESS = `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: epp-metrics }
rules:
  - { apiGroups: [authentication.k8s.io], resources: [tokenreviews], verbs: [create] }
  - { apiGroups: [authorization.k8s.io], resources: [subjectaccessreviews], verbs: [create] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: epp-metrics }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: epp-metrics }
subjects: [{ kind: ServiceAccount, name: epp, namespace: default }]`;

/** A Service. */
export function service({
  name = 'epp',
  selector = `app: ${name}`,
  ports = '[{ name: grpc-ext-proc, port: 9002 }]',
}: { readonly name?: string; readonly selector?: string; readonly ports?: string } = {}): string {
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
metadata: { name: ${name}${namespace === 'default' ? '' : `, namespace: ${namespace}`} }
spec:
  gatewayClassName: ${className}
  listeners:
    - ${listener}`;
}

/** A reference to an InferencePool. */
export const POOL_REF = 'group: inference.networking.k8s.io, kind: InferencePool';

/** An HTTPRoute with one rule. */
export function httpRoute({
  name = 'opt',
  parent = '{ name: inference }',
  hostnames = '',
  backends = [`{ ${POOL_REF}, name: opt }`],
  rest = '',
} = {}) {
  return `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: ${name} }
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

const PARTS = {
  modelServer: modelServer(),
  pool: pool(),
  service: service(),
  picker: picker(),
  access: access(),
  gateway: gateway(),
  route: httpRoute(),
};

/** The objects of the complete stack, some of them in place of its own ('' for none), and others. */
export function stack(parts: { readonly [part in keyof typeof PARTS]?: string } = {}, ...others: readonly string[]) {
  return documents(...Object.values({ ...PARTS, ...parts }), ...others);
}

/** A pool with a picker of its own, for pods of these labels. */
export function secondPool(name: string, { labels = `app: ${name}`, args = '' } = {}): readonly string[] {
  return [
    pool({ name, labels, pickerRef: `{ name: ${name}-epp, port: { number: 9002 } }` }),
    service({ name: `${name}-epp` }),
    picker({ name: `${name}-epp`, args: `--pool-name=${name}${args}` }),
  ];
}
