import type { Diagnostic } from '../../api-server/diagnostic';

/** The keys of a diagnostic in JSON, in this order. */
const KEYS = [
  'code',
  'severity',
  'file',
  'document',
  'line',
  'kind',
  'namespace',
  'name',
  'path',
  'message',
  'remedy',
] as const satisfies readonly (keyof Diagnostic)[];

/** Writes diagnostics as a JSON array. Every object has all keys, with null for what is not known. */
export function reportJson(diagnostics: readonly Diagnostic[]): string {
  const entries = diagnostics.map((diagnostic) =>
    Object.fromEntries(KEYS.map((key) => [key, diagnostic[key] ?? null])),
  );
  return `${JSON.stringify(entries, null, 2)}\n`;
}
