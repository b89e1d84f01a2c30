import type { Diagnostic } from '../../api-server/diagnostic';

/** What a program reads of a diagnostic, in this order. */
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

/** The diagnostics as a JSON array. Every key is there, and null where nobody knows. */
export function reportJson(diagnostics: readonly Diagnostic[]): string {
  const entries = diagnostics.map((diagnostic) =>
    Object.fromEntries(KEYS.map((key) => [key, diagnostic[key] ?? null])),
  );
  return `${JSON.stringify(entries, null, 2)}\n`;
}
