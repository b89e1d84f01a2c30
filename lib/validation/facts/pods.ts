import type { Path } from '../../text/path';
import type { ResourceSet } from '../resource-set';
import { LabelIndex } from './label-index';
import { leaderWorkerTemplates } from './leader-worker-sets';
import type { Labels } from './label-selector';
import type { PodTemplate } from './pod-template';

export type { Labels };

/** A container, and where it stands in its resource. */
export interface Container {
  readonly pod: PodTemplate;
  readonly path: Path;
  /** One without a name has its place for a name. */
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
  const ofKubernetes = TEMPLATES.flatMap(([group, kind, path]) =>
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
  return [...ofKubernetes, ...leaderWorkerTemplates(set)];
}

/** Every container of a pod, in the order of its start. */
export function containersOf(pod: PodTemplate): readonly Container[] {
  const list = (field: string): Container[] =>
    (pod.spec[field] ?? []).map((container: any, index: number): Container => ({
      pod,
      path: [...pod.path, 'spec', field, index],
      container: (container.name ?? '') === '' ? { ...container, name: `${field}[${index}]` } : container,
      role: field === 'containers' ? 'container' : container.restartPolicy === 'Always' ? 'sidecar' : 'init',
    }));
  return [...list('initContainers'), ...list('containers')];
}

/** The pod templates of a namespace that have all these labels; none where there are no labels to ask for. */
export function podsMatching(set: ResourceSet, namespace: string, labels: Labels): readonly PodTemplate[] {
  return Object.keys(labels).length === 0 ? [] : podsSelected(set, namespace, { matchLabels: labels });
}

/** The pod templates of a namespace that a LabelSelector selects. */
export function podsSelected(set: ResourceSet, namespace: string, selector: any): readonly PodTemplate[] {
  return set.view(podIndex).select(namespace, selector);
}

/** Every pod template of the set, by its labels. */
export function podIndex(set: ResourceSet): LabelIndex<PodTemplate> {
  return new LabelIndex(set.view(podTemplates));
}
