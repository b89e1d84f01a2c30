import type { Finding } from '../finding';

/** What a program reads of a finding, in this order. */
const KEYS = [
  'code',
  'severity',
  'file',
  'document',
  'kind',
  'namespace',
  'name',
  'path',
  'message',
  'remedy',
] as const satisfies readonly (keyof Finding)[];

/** The findings as a JSON array. Every key is there, and null where nobody knows. */
export function reportJson(findings: readonly Finding[]): string {
  const entries = findings.map((finding) => Object.fromEntries(KEYS.map((key) => [key, finding[key] ?? null])));
  return `${JSON.stringify(entries, null, 2)}\n`;
}
