import { showLabels } from '../../api-server/selector-text';
import { showResource } from '../../api-server/resource';
import type { ResourceSet } from '../resource-set';
import { type Labels, podIndex } from '../facts/pods';
import type { PodTemplate } from '../facts/pod-template';

/** Whose pods come nearest to having all labels, and what they lack: the end of a sentence. */
export function lacking(set: ResourceSet, namespace: string, labels: Labels): string {
  const candidates = Object.entries(labels).flatMap((label) => set.view(podIndex).anyWith(namespace, label) ?? []);
  const [nearest] = candidates
    .map((pod) => ({ pod, missing: missingLabels(pod, labels) }))
    .sort((one, other) => Object.keys(one.missing).length - Object.keys(other.missing).length);
  return nearest === undefined || Object.keys(nearest.missing).length === 0
    ? ''
    : `; those of ${showResource(nearest.pod.resource)} lack ${showLabels(nearest.missing)}`;
}

function missingLabels(pod: PodTemplate, labels: Labels): Labels {
  return Object.fromEntries(Object.entries(labels).filter(([key, value]) => pod.labels[key] !== value));
}
