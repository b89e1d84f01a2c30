import { type KubeObject, nameOf } from './objects';

/*
 * References between objects, resolved as the cluster would: within a namespace, by kind and name, by labels, by port.
 */

/** Finds what an object refers to; `wanted` says which of the references lead nowhere. */
class Resolver {
  readonly missing: string[] = [];

  constructor(
    private readonly from: KubeObject,
    private readonly objects: readonly KubeObject[],
    private readonly external: readonly string[],
  ) {}

  /** An object by kind and name, in the namespace of the one that refers to it. */
  object(kind: string, name: string, namespace = this.from.metadata.namespace): KubeObject | undefined {
    const found = this.objects.find(
      ({ kind: ofKind, metadata }) => ofKind === kind && metadata.name === name && metadata.namespace === namespace,
    );
    if (!this.external.includes(`${kind}/${name}`)) {
      this.want(found !== undefined, `${kind}/${name}`);
    }
    return found;
  }

  /** The containers of the pods that carry these labels. */
  podsWith(labels: { readonly [key: string]: string }): any[] {
    const pods = this.objects
      .filter(({ kind, metadata }) => kind === 'Deployment' && metadata.namespace === this.from.metadata.namespace)
      .map(({ spec }) => spec.template)
      .filter((pod) => Object.entries(labels).every(([key, value]) => pod.metadata.labels[key] === value));
    this.want(pods.length > 0, `a pod with ${JSON.stringify(labels)}`);
    return pods.flatMap((pod) => pod.spec.containers);
  }

  /** A port of a Service, as backends name it. */
  servicePort(name: string, port: number): void {
    const service = this.object('Service', name);
    this.want(
      service?.spec.ports.some((candidate: any) => candidate.port === port) ?? false,
      `port ${port} of ${name}`,
    );
  }

  /** A port of containers, by number or by name. */
  containerPort(containers: readonly any[], port: number | string): void {
    const ports = containers.flatMap((container) => container.ports ?? []);
    this.want(
      ports.some(({ name, containerPort }) => port === name || port === containerPort),
      `container port ${port}`,
    );
  }

  want(found: boolean, what: string): void {
    if (!found) {
      this.missing.push(`${nameOf(this.from)} -> ${what}`);
    }
  }
}

const RULES: { readonly [kind: string]: (object: KubeObject, to: Resolver) => void } = {
  Service({ spec }, to) {
    const containers = to.podsWith(spec.selector);
    spec.ports.forEach(({ targetPort }: any) => to.containerPort(containers, targetPort));
  },
  PodDisruptionBudget({ spec }, to) {
    to.podsWith(spec.selector.matchLabels);
  },
  Deployment({ spec: { selector, template } }, to) {
    to.podsWith(selector.matchLabels);
    podReferences(template.spec, to);
  },
  InferencePool({ spec: { selector, targetPorts, endpointPickerRef } }, to) {
    const containers = to.podsWith(selector.matchLabels);
    targetPorts.forEach(({ number }: any) => to.containerPort(containers, number));
    to.servicePort(endpointPickerRef.name, endpointPickerRef.port.number);
  },
  InferenceModelRewrite({ spec: { poolRef } }, to) {
    to.object(poolRef.kind, poolRef.name);
  },
  Gateway({ spec: { infrastructure } }, to) {
    to.object(infrastructure.parametersRef.kind, infrastructure.parametersRef.name);
  },
  HTTPRoute({ spec: { parentRefs, rules } }, to) {
    parentRefs.forEach(({ name, namespace }: any) => to.object('Gateway', name, namespace));
    rules.flatMap(({ backendRefs }: any) => backendRefs).forEach((backend: any) => backendReference(backend, to));
  },
  EnvoyExtensionPolicy({ spec: { targetRefs, extProc } }, to) {
    targetRefs.forEach(({ kind, name }: any) => to.object(kind, name));
    extProc.flatMap(({ backendRefs }: any) => backendRefs).forEach((backend: any) => backendReference(backend, to));
  },
  BackendTrafficPolicy({ spec: { targetRefs } }, to) {
    targetRefs.forEach(({ kind, name }: any) => to.object(kind, name));
  },
  ClientTrafficPolicy({ spec: { targetRefs } }, to) {
    targetRefs.forEach(({ kind, name }: any) => to.object(kind, name));
  },
  RoleBinding: bindingReferences,
  ClusterRoleBinding: bindingReferences,
};

function backendReference({ kind = 'Service', name, port }: any, to: Resolver): void {
  if (kind === 'Service') {
    to.servicePort(name, port);
  } else {
    to.object(kind, name);
  }
}

function bindingReferences({ roleRef, subjects }: KubeObject, to: Resolver): void {
  to.object(roleRef.kind, roleRef.name);
  subjects.forEach(({ kind, name, namespace }: any) => to.object(kind, name, namespace));
}

function podReferences(pod: any, to: Resolver): void {
  const { volumes = [], containers, serviceAccountName } = pod;
  if (serviceAccountName !== undefined) {
    to.object('ServiceAccount', serviceAccountName);
  }
  for (const { configMap } of volumes) {
    if (configMap !== undefined) {
      to.object('ConfigMap', configMap.name);
    }
  }
  for (const container of containers) {
    for (const { name } of container.volumeMounts ?? []) {
      to.want(
        volumes.some((volume: any) => volume.name === name),
        `volume ${name}`,
      );
    }
    const probes = [container.startupProbe, container.readinessProbe, container.livenessProbe].filter(Boolean);
    probes.forEach(({ httpGet, grpc }) => to.containerPort([container], (httpGet ?? grpc).port));
    flag(container, '--pool-name', (pool) => to.object('InferencePool', pool));
  }
}

function flag({ args = [] }: any, name: string, then: (value: string) => void): void {
  const argument: string | undefined = args.find((candidate: string) => candidate.startsWith(`${name}=`));
  if (argument !== undefined) {
    then(argument.slice(name.length + 1));
  }
}

/** References that lead nowhere. `external` names objects (`Kind/name`) that are elsewhere on purpose. */
export function danglingReferences(objects: readonly KubeObject[], external: readonly string[] = []): string[] {
  return objects.flatMap((object) => {
    const resolver = new Resolver(object, objects, external);
    RULES[object.kind]?.(object, resolver);
    return resolver.missing;
  });
}
