import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The faults of the tables of SGLang's arguments in a folder, which must have one for each of these versions. */
export function tableFaults(folder: string, versions: readonly string[]): string[] {
  const files = versions.map((version) => `${version}.json`);
  const present = readdirSync(folder);
  const leftOver = present.filter((file) => !files.includes(file));
  const missing = files.filter((file) => !present.includes(file));
  return [
    ...leftOver.map((file) => `${file}: SGLANG_VERSIONS in lib/catalogue/engines/sglang.ts lacks this version`),
    ...missing.map((file) => `${file}: missing; write it with scripts/sglang-arguments/introspect.py`),
    ...versions.filter((version) => present.includes(`${version}.json`)).flatMap((version) => faultOf(folder, version)),
  ];
}

function faultOf(folder: string, version: string): string[] {
  const file = `${version}.json`;
  const text = readFileSync(join(folder, file), 'utf8');
  const [head, named, checksum] = /^\{\n"version": "(.*)",\n"sha256": "(.*)",\n/.exec(text) ?? [];
  if (head === undefined) return [`${file}: the file does not begin with a version and a sha256`];
  if (named !== version) return [`${file}: the table is of version ${named}`];
  if (createHash('sha256').update(text.slice(head.length)).digest('hex') !== checksum) {
    return [`${file}: changed since it was generated; restore it, or run scripts/sglang-arguments/introspect.py`];
  }
  return [];
}
