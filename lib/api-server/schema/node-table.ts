import type { Ref, SchemaFile, SchemaNode } from './table';

/** Collects the nodes of a file of schemas. Equal nodes are stored once. */
export class NodeTable {
  private readonly nodes: (SchemaNode | undefined)[] = [];
  private readonly known = new Map<string, Ref>();

  /** Keywords without a value are left out. */
  add(node: SchemaNode): Ref {
    const key = JSON.stringify(node);
    const ref = this.known.get(key) ?? this.nodes.push(node) - 1;
    this.known.set(key, ref);
    return ref;
  }

  /** Reserves the place of a node that refers to itself; `fill` sets the node. */
  reserve(): Ref {
    return this.nodes.push(undefined) - 1;
  }

  fill(ref: Ref, node: SchemaNode): void {
    this.nodes[ref] = node;
  }

  file(go: boolean, roots: { readonly [name: string]: Ref }): SchemaFile {
    return { go, roots, nodes: this.nodes as SchemaNode[] };
  }
}
