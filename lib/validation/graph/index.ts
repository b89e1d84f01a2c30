export { dot } from './dot';
export { type Graph, graph, type GraphEdge, type GraphNode, type GraphOptions, type NodeState } from './graph';
export { mermaid } from './mermaid';
