import type { Ref, SchemaFile, SchemaNode } from '../../lib/api-server/schema/table';

/** Collects the nodes of a file of schemas. Two that say the same become one. */
export class NodeTable {
  private readonly nodes: (SchemaNode | undefined)[] = [];
  private readonly known = new Map<string, Ref>();

  /** Keywords with no value are left out. */
  add(node: SchemaNode): Ref {
    const key = JSON.stringify(node);
    const ref = this.known.get(key) ?? this.nodes.push(node) - 1;
    this.known.set(key, ref);
    return ref;
  }

  /** The place of a node that refers to itself, which `fill` then makes. */
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

/** JSON with a line for each root and each node. */
export function schemaJson({ go, roots, nodes }: SchemaFile): string {
  const rootLines = Object.entries(roots).map(([name, ref]) => ` ${JSON.stringify(name)}: ${ref}`);
  const nodeLines = nodes.map((node) => ` ${JSON.stringify(node)}`);
  return `{"go": ${go},\n"roots": {\n${rootLines.join(',\n')}\n},\n"nodes": [\n${nodeLines.join(',\n')}\n]}\n`;
}
