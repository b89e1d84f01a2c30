import { grouped } from '../../text/grouped';
import type { Graph, GraphNode } from './graph';

/** The nodes of one namespace, to be drawn in one frame. */
export interface Frame {
  readonly namespace: string;
  readonly nodes: readonly GraphNode[];
}

/** Where nodes are drawn: in frames, if there is more than one namespace. */
export function layout({ nodes }: Graph): { readonly frames: readonly Frame[]; readonly free: readonly GraphNode[] } {
  const byNamespace = [...grouped(nodes, ({ namespace }) => namespace)];
  const frames = byNamespace.flatMap(([namespace, members]) =>
    namespace === undefined ? [] : { namespace, nodes: members },
  );
  return frames.length < 2
    ? { frames: [], free: nodes }
    : { frames, free: nodes.filter(({ namespace }) => namespace === undefined) };
}

/** The lines of a node's text. */
export function lines({ kind, name, state }: GraphNode): readonly string[] {
  return state === 'missing' ? [kind, name, '(missing)'] : [kind, name];
}
