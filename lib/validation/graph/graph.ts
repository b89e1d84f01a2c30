import { grouped } from '../../text/grouped';
import { expandList } from '../../api-server/list';
import { exists, find, selected } from '../references/existence';
import { isPlatform } from '../references/platform';
import { isSelection, type Reference, type Selection } from '../references/reference';
import { references } from '../references/references';
import { showSelector } from '../../api-server/selector-text';
import type { Identity, Input } from '../../api-server/resource';
import { FILE_KINDS } from '../file-kinds';
import { ResourceSet } from '../resource-set';
import { checkStructure } from '../../api-server/check-object';

/** An object, or what a reference asks for. The pods of a workload are the workload. */
export interface GraphNode {
  /** `n0`, `n1`, …: safe in any language of graphs. */
  readonly id: string;
  /** Empty for the core group. */
  readonly group: string;
  readonly kind: string;
  /** Undefined for kinds without a namespace. */
  readonly namespace?: string;
  readonly name: string;
  /** `missing`: nothing is there. `outside`: it belongs to the cluster, or may be left out. */
  readonly state: NodeState;
}

export type NodeState = 'present' | 'missing' | 'outside';

/** One object refers to another. */
export interface GraphEdge {
  /** Ids of nodes. */
  readonly from: string;
  readonly to: string;
  /** What the reference is called, for example `endpointPickerRef`. */
  readonly label: string;
}

/** Objects and their references, in an order that depends on nothing else. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** Options of `graph`. */
export interface GraphOptions {
  /** Objects known to be in the cluster. Without a namespace: in any. */
  readonly external?: readonly Identity[];
}

/** The graph of everything that is applied together. What is not even an object is left out. */
export function graph(inputs: readonly Input[], options: GraphOptions = {}): Graph {
  const resources = inputs
    .flatMap(expandList)
    .flatMap((input) => checkStructure(input, { files: FILE_KINDS }).resource ?? []);
  return graphOf(
    new ResourceSet(
      resources.filter(({ name }) => name !== ''),
      options,
    ),
  );
}

type Unnumbered = Omit<GraphNode, 'id'>;

/** The graph of a set. */
export function graphOf(set: ResourceSet): Graph {
  const links = set
    .view(references)
    .flatMap((reference) =>
      targets(set, reference).map((to) => ({ from: present(reference.from), to, label: reference.relation })),
    );
  const all = grouped([...set.resources.map(present), ...links.map(({ to }) => to)], keyOfNode);
  const ids = new Map([...all.keys()].sort().map((key, index) => [key, `n${index}`]));
  const edges = links.map(({ from, to, label }) => ({
    from: ids.get(keyOfNode(from))!,
    to: ids.get(keyOfNode(to))!,
    label,
  }));
  return {
    nodes: [...ids].map(([key, id]) => ({ id, ...all.get(key)![0] })),
    edges: [...grouped(edges, keyOfEdge)].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, [edge]]) => edge),
  };
}

/** What a reference leads to. */
function targets(set: ResourceSet, { to, optional = false }: Reference): Unnumbered[] {
  if (isSelection(to)) {
    const found = selected(set, to).map(present);
    return found.length > 0 ? found : [absent(to)];
  }
  const found = find(set, to);
  if (found !== undefined) return [present(found)];
  const isOutside = optional || isPlatform(to) || exists(set, to);
  return [{ ...identity(to), state: isOutside ? 'outside' : 'missing' }];
}

function present(object: Identity): Unnumbered {
  return { ...identity(object), state: 'present' };
}

function identity({ group, kind, namespace, name }: Identity): Identity {
  return { group, kind, namespace, name };
}

/** The node for a selection without pods or Services. */
function absent({ select, namespaces, selector }: Selection): Unnumbered {
  return {
    group: '',
    kind: select === 'pods' ? 'Pod' : 'Service',
    namespace: namespaces?.[0],
    name: showSelector(selector),
    state: namespaces === undefined ? 'outside' : 'missing',
  };
}

function keyOfNode({ group, kind, namespace = '', name, state }: Unnumbered): string {
  return [namespace, kind, name, group, state].join('\n');
}

/** Numbers of one length are in their own order as texts. */
function keyOfEdge({ from, to, label }: GraphEdge): string {
  return [from.padStart(12), to.padStart(12), label].join('\n');
}
