import type { Diagnostic } from '../api-server/diagnostic';
import { isUnreadable } from '../api-server/read';

/** `unread`: something could not even be read, so that nobody knows whether it would pass. */
export type Verdict = 'passed' | 'failed' | 'unread';

/** What diagnostics come to. Notes never fail, and warnings do only where `strict` says so. */
export function verdictOf(
  diagnostics: readonly Diagnostic[],
  { strict = false }: { readonly strict?: boolean },
): Verdict {
  const failing = diagnostics.filter(({ severity }) => severity === 'error' || (strict && severity === 'warning'));
  if (failing.some(isUnreadable)) return 'unread';
  return failing.length > 0 ? 'failed' : 'passed';
}
