import { graph, type Graph } from '../../lib/validation/graph';
import { parseObjects } from './objects';
import { documents, httpRoute, pool, service } from './rule-objects';

/* Graphs for the tests of what draws them. */

/** The graph of objects in YAML. */
export const graphOf = (yaml: string) => graph(parseObjects(yaml).map((object) => ({ object })));

/** A graph within one namespace. */
export const ONE_NAMESPACE = graphOf(documents(service({ selector: 'app: epp' }), pool({ labels: 'app: vllm' })));

/** A graph over two namespaces and an object outside of them. */
export const TWO_NAMESPACES = graphOf(
  documents(httpRoute({ parent: '{ name: inference, namespace: gateways }', backends: [] })) +
    '---\napiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: a }\nspec: { storageClassName: fast }',
);

/** Names with characters that mean something in the languages of graphs. */
export const HOSTILE_NAMES = [
  'a"b',
  'a]--> b',
  '%%{init: {"theme":"dark"}}%%',
  '`markdown`',
  '<script>alert(1)</script>',
  'end',
  'subgraph x',
  'style:x#y;',
  'two\nlines',
  'back\\slash\\n',
  '#quot;',
  '|pipe|',
  '🙂',
];

/** A graph in which everything has this name. */
export function hostileGraph(name: string): Graph {
  const node = { id: 'n0', group: '', kind: name, namespace: name, name, state: 'present' } as const;
  return { nodes: [node, { ...node, id: 'n1', namespace: 'other' }], edges: [{ from: 'n0', to: 'n1', label: name }] };
}
