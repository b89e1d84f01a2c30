import { type Identity, keyOf, type Resource } from '../../api-server/resource';
import type { ResourceSet } from '../resource-set';
import { podsSelected } from '../facts/pods';
import { LabelIndex } from '../facts/label-index';
import { foreignPods } from './foreign-pods';
import { madeByControllers } from './made-by-controllers';
import { isBuiltIn, isPlatform } from './platform';
import { isSelection, type Reference, type Selection } from './reference';

/** Whether an object is in the set, is known to be in the cluster, or will be made there. */
export function exists(set: ResourceSet, identity: Identity): boolean {
  return (
    set.has(identity) ||
    find(set, identity) !== undefined ||
    isBuiltIn(identity) ||
    set.view(madeByControllers).has(keyOf(identity))
  );
}

/** The object of the set with this identity; one that says no namespace may be meant for any. */
export function find(set: ResourceSet, identity: Identity): Resource | undefined {
  return set.find(identity) ?? set.view(unplaced).get(keyOf({ ...identity, namespace: undefined }));
}

function unplaced(set: ResourceSet): ReadonlyMap<string, Resource> {
  const resources = set.resources.filter((resource) => resource.namespace !== undefined && !saysNamespace(resource));
  return new Map(resources.map((resource) => [keyOf({ ...resource, namespace: undefined }), resource]));
}

/** Whether an object says its namespace itself, and does not leave it to `kubectl apply --namespace`. */
export function saysNamespace({ object }: Resource): boolean {
  return Boolean(object.metadata?.namespace);
}

/** Whether a reference leads to nothing that is known here, and should. */
export function dangles(set: ResourceSet, { to, optional = false }: Reference): boolean {
  if (optional) return false;
  if (isSelection(to)) return to.namespaces !== undefined && selected(set, to).length === 0;
  return !isPlatform(to) && !exists(set, to);
}

/** The objects of the set that a selection chooses; for pods, their workloads. */
export function selected(set: ResourceSet, { select, namespaces, selector }: Selection): readonly Resource[] {
  const everywhere = namespaces ?? set.view(allNamespaces);
  const found = everywhere.flatMap((namespace) =>
    (select === 'services'
      ? set.view(services).select(namespace, selector)
      : [...podsSelected(set, namespace, selector), ...set.view(foreignPods).select(namespace, selector)]
    ).map(({ resource }) => resource),
  );
  return [...new Set(found)];
}

function services(set: ResourceSet) {
  return new LabelIndex(
    set.ofKind('', 'Service').map((resource) => ({
      resource,
      namespace: resource.namespace ?? 'default',
      labels: resource.object.metadata?.labels ?? {},
    })),
  );
}

function allNamespaces(set: ResourceSet): readonly string[] {
  return [...new Set(set.resources.flatMap(({ namespace }) => namespace ?? []))];
}
