import type { Graph, GraphNode } from './graph';
import { layout, lines } from './layout';

/** The graph as a Mermaid flowchart. */
export function mermaid(graph: Graph): string {
  const { frames, free } = layout(graph);
  const isMissing = new Set(graph.nodes.filter(({ state }) => state === 'missing').map(({ id }) => id));
  const statements = [
    'flowchart LR',
    ...free.map((node) => `  ${shape(node)}`),
    ...frames.flatMap(({ namespace, nodes }, index) => [
      `  subgraph f${index}[${quoted(['namespace', namespace].join(' '))}]`,
      ...nodes.map((node) => `    ${shape(node)}`),
      '  end',
    ]),
    ...graph.edges.map(
      ({ from, to, label }) => `  ${from} ${isMissing.has(to) ? '-.->' : '-->'}|${quoted(label)}| ${to}`,
    ),
    '  classDef missing stroke:#c00,stroke-dasharray:6 4',
    '  classDef outside stroke-dasharray:2 3',
  ];
  return statements.join('\n') + '\n';
}

function shape(node: GraphNode): string {
  const text = lines(node).map(escaped).join('<br/>');
  return `${node.id}["${text}"]${node.state === 'present' ? '' : `:::${node.state}`}`;
}

function quoted(text: string): string {
  return `"${escaped(text)}"`;
}

/** Mermaid has no escape inside quotes but codes of characters; a directive or a tag would be obeyed there. */
function escaped(text: string): string {
  return text.replace(/[^\w ./=,()-]/gu, (character) => `#${character.codePointAt(0)};`);
}
