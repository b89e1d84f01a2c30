import { dot, type Graph, graph } from '../../../lib/validation/graph';
import { documents, httpRoute, pool, service } from '../../support/rule-objects';
import { parseObjects } from '../../support/objects';

const read = (yaml: string) => graph(parseObjects(yaml).map((object) => ({ object })));

const ONE = read(documents(service({ selector: 'app: epp' }), pool({ labels: 'app: vllm' })));

const TWO = read(
  documents(httpRoute({ parent: '{ name: inference, namespace: gateways }', backends: [] })) +
    '---\napiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: a }\nspec: { storageClassName: fast }',
);

test('Graphviz', () =>
  expect(dot(ONE)).toBe(`digraph {
  rankdir=LR
  node [shape=box]
  n0 [label="InferencePool\\nopt"]
  n1 [label="Pod\\napp=epp\\n(missing)", style=dashed, color=red]
  n2 [label="Pod\\napp=vllm\\n(missing)", style=dashed, color=red]
  n3 [label="Service\\nepp"]
  n0 -> n2 [label="selector", style=dashed]
  n0 -> n3 [label="endpointPickerRef"]
  n3 -> n1 [label="selector", style=dashed]
}
`));

test('Graphviz, with namespaces', () =>
  expect(dot(TWO)).toBe(`digraph {
  rankdir=LR
  node [shape=box]
  n0 [label="StorageClass\\nfast", style=dotted]
  subgraph cluster_0 {
    label="namespace default"
    n1 [label="HTTPRoute\\nopt"]
    n2 [label="PersistentVolumeClaim\\na"]
  }
  subgraph cluster_1 {
    label="namespace gateways"
    n3 [label="Gateway\\ninference\\n(missing)", style=dashed, color=red]
  }
  n1 -> n3 [label="parentRef", style=dashed]
  n2 -> n0 [label="class"]
}
`));

const HOSTILE = [
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

function hostile(name: string): Graph {
  const node = { id: 'n0', group: '', kind: name, namespace: name, name, state: 'present' } as const;
  return { nodes: [node, { ...node, id: 'n1', namespace: 'other' }], edges: [{ from: 'n0', to: 'n1', label: name }] };
}

/** The texts of a statement of Graphviz, as it reads them. */
const texts = (line: string) =>
  [...line.matchAll(/label="((?:\\.|[^"\\])*)"/g)].map(([, text]) =>
    text.replace(/\\(n|.)/g, (_, next) => (next === 'n' ? '\n' : next)),
  );

test.each(HOSTILE)('Graphviz reads %j as text', (name) => {
  const lines = dot(hostile(name)).trimEnd().split('\n');
  const plain = name.replace('\n', ' ');
  expect(lines.flatMap(texts)).toEqual([
    `namespace ${plain}`,
    `${plain}\n${plain}`,
    'namespace other',
    `${plain}\n${plain}`,
    plain,
  ]);
});
