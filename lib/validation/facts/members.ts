import { grouped } from '../../text/grouped';
import type { Resource } from '../../api-server/resource';
import type { ResourceSet } from '../resource-set';
import { endpointPickers } from './endpoint-pickers';
import { inferencePools } from './inference-pools';
import { scopeOf } from './picker-scope';
import { type Labels, podsMatching } from './pods';
import type { PodTemplate } from './pod-template';

/** A pod to which an endpoint picker sends requests. */
export interface PoolMember {
  readonly pod: PodTemplate;
  /** The InferencePool; for a picker without one the workload that it runs in. */
  readonly pool: Resource;
  /** The ports that requests go to. */
  readonly targetPorts: readonly number[];
}

/** Every pod of every pool; a pod of two pools comes twice. */
export function poolMembers(set: ResourceSet): readonly PoolMember[] {
  return [...pools(set), ...standalone(set)].flatMap(({ pool, namespace, labels, targetPorts }) =>
    podsMatching(set, namespace, labels).map((pod) => ({ pod, pool, targetPorts })),
  );
}

/** The pods of a pool. */
export function membersOf(set: ResourceSet, pool: Resource): readonly PoolMember[] {
  return set.view(membersByPool).get(pool) ?? [];
}

/** Where a pod gets requests from; nothing for a pod of no pool. */
export function membershipsOf(set: ResourceSet, pod: PodTemplate): readonly PoolMember[] {
  return set.view(membersByPod).get(pod) ?? [];
}

function membersByPool(set: ResourceSet): ReadonlyMap<Resource, readonly PoolMember[]> {
  return grouped(set.view(poolMembers), ({ pool }) => pool);
}

function membersByPod(set: ResourceSet): ReadonlyMap<PodTemplate, readonly PoolMember[]> {
  return grouped(set.view(poolMembers), ({ pod }) => pod);
}

interface Selection {
  readonly pool: Resource;
  readonly namespace: string;
  readonly labels: Labels;
  readonly targetPorts: readonly number[];
}

function pools(set: ResourceSet): Selection[] {
  return set.view(inferencePools).map(({ resource, namespace, labels, ports }) => ({
    pool: resource,
    namespace,
    labels,
    targetPorts: ports.map(({ number }) => number),
  }));
}

function standalone(set: ResourceSet): Selection[] {
  return set.view(endpointPickers).flatMap((picker) => {
    const { endpoints, namespace } = scopeOf(picker);
    if (endpoints === undefined) return [];
    return [{ pool: picker.pod.resource, namespace, labels: endpoints.labels, targetPorts: endpoints.ports }];
  });
}
