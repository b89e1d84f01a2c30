import { grouped } from '../../text/grouped';
import type { Identity, Resource } from '../../api-server/resource';
import type { ResourceSet } from '../resource-set';
import { listed } from '../../text/wording';

/** How many names a message holds. */
const MOST = 3;

/** What there is in place of a missing object, as the end of a sentence: `; namespace default has a, b and c`. */
export function instead(set: ResourceSet, { group, kind, namespace, name }: Identity): string {
  const elsewhere = set.view(objectsByName).get(key(group, kind, name)) ?? [];
  if (elsewhere.length > 0) {
    const namespaces = elsewhere.slice(0, MOST).map((resource) => resource.namespace!);
    return `; there is one in namespace ${listed(namespaces)}`;
  }
  const near = nearest(set.view(namesByNamespace).get(key(group, kind, namespace)) ?? [], name);
  if (near.length === 0) return '';
  return namespace === undefined ? `; there is ${listed(near)}` : `; namespace ${namespace} has ${listed(near)}`;
}

/** Group, kind and namespace -> names, sorted. */
function namesByNamespace(set: ResourceSet): ReadonlyMap<string, readonly string[]> {
  const sorted = set.resources.toSorted((one, other) => (one.name < other.name ? -1 : Number(one.name > other.name)));
  const groups = grouped(sorted, ({ group, kind, namespace }) => key(group, kind, namespace));
  return new Map([...groups].map(([entry, resources]) => [entry, resources.map(({ name }) => name)]));
}

/** Group, kind and name -> objects with a namespace. */
function objectsByName(set: ResourceSet): ReadonlyMap<string, readonly Resource[]> {
  const namespaced = set.resources.filter(({ namespace }) => namespace !== undefined);
  return grouped(namespaced, ({ group, kind, name }) => key(group, kind, name));
}

function key(group: string, kind: string, rest = ''): string {
  return `${group}/${kind} ${rest}`;
}

/** The neighbours of a name in a sorted list: they begin alike. */
function nearest(sorted: readonly string[], name: string): readonly string[] {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < name) low = middle + 1;
    else high = middle;
  }
  const start = Math.max(0, Math.min(low - 1, sorted.length - MOST));
  return sorted.slice(start, start + MOST);
}
