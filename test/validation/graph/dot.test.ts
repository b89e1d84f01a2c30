import { dot } from '../../../lib/validation/graph';
import { HOSTILE_NAMES, hostileGraph, ONE_NAMESPACE, TWO_NAMESPACES } from '../../support/graphs';

test('Graphviz', () =>
  expect(dot(ONE_NAMESPACE)).toBe(`digraph {
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
  expect(dot(TWO_NAMESPACES)).toBe(`digraph {
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

/** The texts of a statement of Graphviz, as it reads them. */
const texts = (line: string) =>
  [...line.matchAll(/label="((?:\\.|[^"\\])*)"/g)].map(([, text]) =>
    text.replace(/\\(n|.)/g, (_, next) => (next === 'n' ? '\n' : next)),
  );

test.each(HOSTILE_NAMES)('Graphviz reads %j as text', (name) => {
  const lines = dot(hostileGraph(name)).trimEnd().split('\n');
  const plain = name.replace('\n', ' ');
  expect(lines.flatMap(texts)).toEqual([
    `namespace ${plain}`,
    `${plain}\n${plain}`,
    'namespace other',
    `${plain}\n${plain}`,
    plain,
  ]);
});
