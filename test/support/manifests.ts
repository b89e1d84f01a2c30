/*
 * Short objects for tests of rules: only what a rule looks at. Fields that a test does not give are left out.
 */

type Fields = { readonly [field: string]: any };

const METADATA = (name: string, namespace = 'default', labels?: Fields) => ({ name, namespace, labels });

/** A Deployment whose pods have the label `app: <name>`. */
export function deployment(
  name: string,
  pod: Fields,
  { namespace = 'default', replicas, labels = {} }: { namespace?: string; replicas?: number; labels?: Fields } = {},
): object {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: METADATA(name, namespace),
    spec: {
      replicas,
      selector: { matchLabels: { app: name } },
      template: { metadata: { labels: { app: name, ...labels } }, spec: pod },
    },
  };
}

/** A Pod with the label `app: <name>`. */
export function pod(name: string, spec: Fields, metadata: Fields = {}): object {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { ...METADATA(name, 'default', { app: name }), ...metadata },
    spec,
  };
}

/** An InferencePool of the pods with `app: <app>`. */
export function pool(name: string, app: string, { namespace = 'default', ports = [8000] } = {}): object {
  return {
    apiVersion: 'inference.networking.k8s.io/v1',
    kind: 'InferencePool',
    metadata: METADATA(name, namespace),
    spec: {
      selector: { matchLabels: { app } },
      targetPorts: ports.map((number) => ({ number })),
      endpointPickerRef: { name: `${name}-epp`, port: { number: 9002 } },
    },
  };
}

/** The Deployment of an endpoint picker. */
export function picker(
  name: string,
  args: readonly string[],
  { namespace = 'default', pod: spec = {} }: Fields = {},
): object {
  return deployment(name, { serviceAccountName: name, containers: [pickerContainer(args)], ...spec }, { namespace });
}

/** Its container, of the default release. */
export function pickerContainer(args: readonly string[], image = 'llm-d/llm-d-router-endpoint-picker:v0.10.0'): Fields {
  return { name: 'epp', image: `ghcr.io/${image}`, args };
}

/** A container of vLLM on CPUs. */
export function vllm(fields: Fields = {}): Fields {
  const { args = [], ...others } = fields;
  return {
    name: 'vllm',
    image: 'vllm/vllm-openai-cpu:v0.32.0',
    args: ['facebook/opt-125m', ...args],
    ports: [{ name: 'http', containerPort: 8000 }],
    ...others,
  };
}

/** A container of the simulator. */
export function simulator(fields: Fields = {}): Fields {
  return { name: 'sim', image: 'ghcr.io/llm-d/llm-d-inference-sim:v0.10.2', ...fields };
}

/** A Service for the pods with `app: <app>`. */
export function service(name: string, app: string, spec: Fields = {}, { namespace = 'default' } = {}): object {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: METADATA(name, namespace, { app: name }),
    spec: { selector: { app }, ...spec },
  };
}

/** A Namespace with these labels. */
export function namespace(name: string, labels: Fields): object {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}

const RBAC = 'rbac.authorization.k8s.io';

/** A Role or ClusterRole. */
export function role(name: string, rules: readonly Fields[], fields: Fields = {}): object {
  const { kind = 'Role', namespace: own = 'default', ...others } = fields;
  const metadata = kind === 'Role' ? METADATA(name, own) : { name };
  return { apiVersion: `${RBAC}/v1`, kind, metadata, rules, ...others };
}

/** A RoleBinding or ClusterRoleBinding. */
export function binding(name: string, roleKind: string, subjects: readonly Fields[], fields: Fields = {}): object {
  const { kind = 'RoleBinding', namespace: own = 'default', role: roleName = name } = fields;
  return {
    apiVersion: `${RBAC}/v1`,
    kind,
    metadata: kind === 'RoleBinding' ? METADATA(name, own) : { name },
    roleRef: { apiGroup: RBAC, kind: roleKind, name: roleName },
    subjects,
  };
}

/** A Pod `vllm` with one container, in a list. */
export const podWith = (container: object, spec: object = {}) => [pod('vllm', { containers: [container], ...spec })];

/** A container with these resources. */
export const asking = (requests: object | undefined, limits?: object) => ({
  name: 'c',
  resources: { requests, limits },
});
