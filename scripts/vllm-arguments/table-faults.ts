import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

const TOOL = 'scripts/vllm-arguments/introspect.py';

/** The faults of a file of argument tables, which must have one for each of these versions. */
export function tableFaults(file: string, versions: readonly string[]): string[] {
  if (!existsSync(file)) return [`missing; write it with ${TOOL}`];
  const text = readFileSync(file, 'utf8');
  const [head, checksum, listed] = /^\{\n"sha256": "(.*)",\n(?="versions": (\[.*\]),\n)/.exec(text) ?? [];
  if (head === undefined) return ['the file does not begin with a sha256 and the versions'];
  if (createHash('sha256').update(text.slice(head.length)).digest('hex') !== checksum) {
    return [`changed since it was generated; restore it, or run ${TOOL}`];
  }
  const present = JSON.parse(listed) as string[];
  return [
    ...present.filter((version) => !versions.includes(version)).map((version) => `${version}: ${UNLISTED}`),
    ...versions.filter((version) => !present.includes(version)).map((version) => `${version} is missing; run ${TOOL}`),
  ];
}

const UNLISTED = 'VLLM_VERSIONS in lib/catalogue/engines/vllm.ts lacks this version';
