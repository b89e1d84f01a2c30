import type { Container, DeploymentSpec, EnvVar, PodSpec, Volume } from '../../../imports/k8s';

/** Values of a pod by the names of its fields, for example `args.--port: '8000'`. */
export interface Fields {
  readonly [field: string]: string;
}

type Leaf = readonly [field: string, value: string];

/**
 * All fields of a Deployment's pods: those of the container without a prefix, those of the pod with `pod.`. Lists that
 * Kubernetes orders by a key have it in the field's name; a volume is the value of the path at which it is mounted.
 */
export function podFields({ selector, template, ...rest }: DeploymentSpec): Fields {
  const { containers, volumes = [], ...pod } = template.spec!;
  return Object.fromEntries([
    ...leaves('', rest),
    // Their values are those of the labels: the API server refuses others.
    [
      'selector',
      Object.keys(selector.matchLabels ?? {})
        .sort()
        .join(' '),
    ],
    ...leaves('pod.labels', template.metadata?.labels),
    ...leaves('pod', pod satisfies Partial<PodSpec>),
    ...containers.flatMap((container) => containerLeaves(container, volumes)),
    ...unmounted(containers, volumes),
  ]);
}

function containerLeaves(container: Container, volumes: readonly Volume[]): Leaf[] {
  const { args = [], env = [], ports = [], volumeMounts = [], ...rest } = container;
  const portOf = (name: unknown) => ports.find((port) => port.name === name)?.containerPort ?? name;
  return [
    ...leaves('', rest).map(([field, value]): Leaf => [
      field,
      /Probe.*port$/.test(field) ? text(portOf(value)) : value,
    ]),
    ...argumentLeaves(args.map((arg) => expanded(arg, env))),
    ...env.map((variable): Leaf => [`env.${variable.name}`, valueOf(variable)]),
    ...ports.map(({ name = '', containerPort }): Leaf => [`ports[${containerPort}]`, name]),
    ...volumeMounts.map(({ name, mountPath }): Leaf => [
      `volumes[${mountPath}]`,
      describe(volumes.find((volume) => volume.name === name)),
    ]),
  ];
}

function unmounted(containers: readonly Container[], volumes: readonly Volume[]): Leaf[] {
  const mounted = new Set(containers.flatMap(({ volumeMounts = [] }) => volumeMounts.map(({ name }) => name)));
  return volumes
    .filter(({ name }) => !mounted.has(name))
    .map((volume) => [`volumes[${volume.name}, not mounted]`, describe(volume)]);
}

function describe(volume: Volume | undefined): string {
  const { name: _, ...source } = volume!;
  return listed(leaves('', source));
}

function listed(leaves: readonly Leaf[]): string {
  return leaves
    .map(([field, value]) => (value === 'none' ? field : `${field} ${value}`))
    .sort()
    .join(', ');
}

/** Replaces `$(NAME)` as Kubernetes does, where the value is written in the pod. */
function expanded(arg: string, env: readonly EnvVar[]): string {
  return arg.replace(/\$\((\w+)\)/g, (whole, name) => env.find((variable) => variable.name === name)?.value ?? whole);
}

function valueOf({ value, valueFrom }: EnvVar): string {
  if (value !== undefined) return value;
  return listed(leaves('', valueFrom));
}

/** The model, and each flag with its value. */
function argumentLeaves(args: readonly string[]): Leaf[] {
  const [model, ...flags] = args;
  const found: Leaf[] = [['args.model', model]];
  for (const arg of flags) {
    const [, flag, value = 'yes'] = /^(--[^=]+)(?:=([^]*))?$/.exec(arg) ?? [];
    if (flag === undefined) found.push(...argumentValue(found.pop()![0], arg));
    else found.push(...argumentValue(`args.${flag}`, value));
  }
  return found;
}

function argumentValue(field: string, value: string): Leaf[] {
  return value.startsWith('{') ? leaves(field, JSON.parse(value)) : [[field, value]];
}

/** The scalars below a value. Objects in a list are named by their `key` or `name`; an empty object is `none`. */
function leaves(path: string, value: unknown): Leaf[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) {
    if (value.every((each) => typeof each !== 'object')) return [[path, value.join(' ')]];
    return value.flatMap(({ key, name, ...rest }: { key?: string; name?: string }) =>
      leaves(`${path}[${key ?? name}]`, { ...(key !== undefined && name !== undefined && { name }), ...rest }),
    );
  }
  if (typeof value !== 'object' || value === null) return [[path, text(value)]];
  const fields = Object.entries(value);
  if (fields.length === 0) return [[path, 'none']];
  return fields.flatMap(([name, below]) => leaves(path === '' ? name : `${path}.${name}`, below));
}

function text(value: unknown): string {
  return String(value);
}
