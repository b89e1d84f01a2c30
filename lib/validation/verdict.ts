import type { Diagnostic } from '../api-server/diagnostic';
import { isUnreadable } from '../api-server/read';

/** The result of a validation. `unread`: something could not be read, and was not checked. */
export type Verdict = 'passed' | 'failed' | 'unread';

/** The result that diagnostics amount to. Errors fail, warnings only where `strict` is set, notes never. */
export function verdictOf(
  diagnostics: readonly Diagnostic[],
  { strict = false }: { readonly strict?: boolean },
): Verdict {
  const failing = diagnostics.filter(({ severity }) => severity === 'error' || (strict && severity === 'warning'));
  if (failing.some(isUnreadable)) return 'unread';
  return failing.length > 0 ? 'failed' : 'passed';
}
