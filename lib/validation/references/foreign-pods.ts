import type { Resource } from '../../api-server/resource';
import type { ResourceSet } from '../resource-set';
import { LabelIndex, type Labelled } from '../facts/label-index';
import { extractorOf } from './extractors';
import { Place } from './place';

/** Labels of the pods of a workload that is none of Kubernetes' own: LeaderWorkerSet, Rollout, RayCluster, … */
export interface ForeignPods extends Labelled {
  readonly resource: Resource;
}

/** Groups of Kubernetes itself, whose workloads are known. A definition only looks as if it held pods. */
const KUBERNETES: ReadonlySet<string> = new Set([
  '',
  'apiextensions.k8s.io',
  'apps',
  'batch',
  'rbac.authorization.k8s.io',
]);

/** How deep a template may lie: that of a RayCluster's workers is four steps below `spec`. */
const DEPTH = 8;

/** Pods of other workloads, by their labels. They are only asked whether they are there. */
export function foreignPods(set: ResourceSet): LabelIndex<ForeignPods> {
  return new LabelIndex(set.resources.filter(mayHoldPods).flatMap(podsOf));
}

function mayHoldPods(resource: Resource): boolean {
  const { group, namespace } = resource;
  return namespace !== undefined && !KUBERNETES.has(group) && extractorOf(resource) === undefined;
}

function podsOf(resource: Resource): ForeignPods[] {
  return templateLabels(resource.object.spec, DEPTH).map((labels) => ({
    resource,
    namespace: resource.namespace!,
    labels,
  }));
}

/** The labels of everything that has the form of a pod template. */
function templateLabels(value: unknown, depth: number): { [key: string]: string }[] {
  if (depth === 0 || typeof value !== 'object' || value === null) return [];
  const place = new Place(value);
  const own = Array.isArray(place.at('spec', 'containers').value) ? place.at('metadata', 'labels').texts() : undefined;
  const below = Object.values(value).flatMap((field) => templateLabels(field, depth - 1));
  return own === undefined ? below : [own, ...below];
}
