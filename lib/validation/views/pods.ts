import type { Path } from '../finding';
import type { Resource } from '../resource';
import type { ResourceSet } from '../resource-set';

/** A pod, or what a workload makes its pods from. */
export interface PodTemplate {
  /** The Pod, Deployment, StatefulSet, … that holds it. */
  readonly resource: Resource;
  /** Where it stands in the resource: `['spec', 'template']`; `[]` for a Pod. */
  readonly path: Path;
  readonly namespace: string;
  readonly labels: Labels;
  readonly spec: any;
  /** 1 where nothing is said. */
  readonly replicas: number;
}

export type Labels = { readonly [key: string]: string };

/** A container, and where it stands in its resource. */
export interface Container {
  readonly pod: PodTemplate;
  readonly path: Path;
  readonly container: any;
  /** Init containers with `restartPolicy: Always` run beside the others; the rest ends before they start. */
  readonly role: 'container' | 'sidecar' | 'init';
}

const TEMPLATES: readonly (readonly [group: string, kind: string, path: Path])[] = [
  ['', 'Pod', []],
  ['', 'ReplicationController', ['spec', 'template']],
  ['apps', 'DaemonSet', ['spec', 'template']],
  ['apps', 'Deployment', ['spec', 'template']],
  ['apps', 'ReplicaSet', ['spec', 'template']],
  ['apps', 'StatefulSet', ['spec', 'template']],
  ['batch', 'CronJob', ['spec', 'jobTemplate', 'spec', 'template']],
  ['batch', 'Job', ['spec', 'template']],
];

/** Every pod template of the set. */
export function podTemplates(set: ResourceSet): readonly PodTemplate[] {
  return TEMPLATES.flatMap(([group, kind, path]) =>
    set.ofKind(group, kind).map((resource): PodTemplate => {
      const template = path.reduce((value, step) => value?.[step], resource.object);
      return {
        resource,
        path,
        namespace: resource.namespace!,
        labels: template?.metadata?.labels ?? {},
        spec: template?.spec ?? {},
        replicas: resource.object.spec?.replicas ?? 1,
      };
    }),
  );
}

/** Every container of a pod, in the order of its start. */
export function containersOf(pod: PodTemplate): readonly Container[] {
  const list = (field: string): Container[] =>
    (pod.spec[field] ?? []).map((container: any, index: number): Container => ({
      pod,
      path: [...pod.path, 'spec', field, index],
      container,
      role: field === 'containers' ? 'container' : container.restartPolicy === 'Always' ? 'sidecar' : 'init',
    }));
  return [...list('initContainers'), ...list('containers')];
}

/** The pod templates of a namespace that have all these labels; none where there are no labels to ask for. */
export function podsMatching(set: ResourceSet, namespace: string, labels: Labels): readonly PodTemplate[] {
  const [first, ...others] = Object.entries(labels);
  if (first === undefined) return [];
  const candidates = set.view(podsByLabel).get(labelKey(namespace, ...first)) ?? [];
  return candidates.filter((pod) => others.every(([key, value]) => pod.labels[key] === value));
}

function podsByLabel(set: ResourceSet): ReadonlyMap<string, readonly PodTemplate[]> {
  const index = new Map<string, PodTemplate[]>();
  for (const pod of set.view(podTemplates)) {
    for (const [key, value] of Object.entries(pod.labels)) {
      const entry = labelKey(pod.namespace, key, value);
      const others = index.get(entry);
      if (others === undefined) index.set(entry, [pod]);
      else others.push(pod);
    }
  }
  return index;
}

function labelKey(namespace: string, key: string, value: string): string {
  return `${namespace} ${key}=${value}`;
}
