import type { SchemaFile } from '../../lib/api-server/schema/table';

/** JSON with a line for each root and each node. */
export function schemaJson({ go, roots, nodes }: SchemaFile): string {
  const rootLines = Object.entries(roots).map(([name, ref]) => ` ${JSON.stringify(name)}: ${ref}`);
  const nodeLines = nodes.map((node) => ` ${JSON.stringify(node)}`);
  return `{"go": ${go},\n"roots": {\n${rootLines.join(',\n')}\n},\n"nodes": [\n${nodeLines.join(',\n')}\n]}\n`;
}
