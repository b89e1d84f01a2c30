import type { Graph, GraphNode, NodeState } from './graph';
import { layout, lines } from './layout';

const STYLES: { readonly [state in NodeState]: string } = {
  missing: ', style=dashed, color=red',
  outside: ', style=dotted',
  present: '',
};

/** The graph in Graphviz' language. */
export function dot(graph: Graph): string {
  const { frames, free } = layout(graph);
  const isMissing = new Set(graph.nodes.filter(({ state }) => state === 'missing').map(({ id }) => id));
  const statements = [
    'digraph {',
    '  rankdir=LR',
    '  node [shape=box]',
    ...free.map((node) => `  ${shape(node)}`),
    ...frames.flatMap(({ namespace, nodes }, index) => [
      `  subgraph cluster_${index} {`,
      `    label=${quoted([`namespace ${namespace}`])}`,
      ...nodes.map((node) => `    ${shape(node)}`),
      '  }',
    ]),
    ...graph.edges.map(
      ({ from, to, label }) =>
        `  ${from} -> ${to} [label=${quoted([label])}${isMissing.has(to) ? ', style=dashed' : ''}]`,
    ),
    '}',
  ];
  return statements.join('\n') + '\n';
}

function shape(node: GraphNode): string {
  return `${node.id} [label=${quoted(lines(node))}${STYLES[node.state]}]`;
}

/** A backslash begins an escape in a label, and a line may not break in it. */
function quoted(text: readonly string[]): string {
  const escaped = text.map((line) => line.replace(/[\\"]/g, '\\$&').replace(/\p{Cc}/gu, ' '));
  return `"${escaped.join('\\n')}"`;
}
