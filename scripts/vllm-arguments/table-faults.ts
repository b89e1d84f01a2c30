import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The faults of the tables of arguments in a folder, which must have one for each of these versions. */
export function tableFaults(folder: string, versions: readonly string[]): string[] {
  const files = versions.map((version) => `${version}.json`);
  const leftOver = (existsSync(folder) ? readdirSync(folder) : []).filter((file) => !files.includes(file));
  return [
    ...leftOver.map((file) => `${file}: VLLM_VERSIONS in lib/catalogue/engines/vllm.ts lacks this version`),
    ...versions.flatMap((version) => faultOf(folder, version) ?? []),
  ];
}

function faultOf(folder: string, version: string): string | undefined {
  const file = `${version}.json`;
  const path = join(folder, file);
  if (!existsSync(path)) return `${file}: missing; write it with scripts/vllm-arguments/introspect.py`;
  const text = readFileSync(path, 'utf8');
  const head = /^\{\n"version": "(.*)",\n"sha256": "(.*)",\n/.exec(text);
  if (head === null) return `${file}: the file does not begin with a version and a sha256`;
  const [length, named, checksum] = [head[0].length, head[1], head[2]];
  if (named !== version) return `${file}: the table is of version ${named}`;
  if (createHash('sha256').update(text.slice(length)).digest('hex') !== checksum) {
    return `${file}: changed since it was generated; restore it, or run scripts/vllm-arguments/introspect.py`;
  }
  return undefined;
}
