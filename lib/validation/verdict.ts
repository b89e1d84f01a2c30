import type { Finding } from './finding';
import { isUnreadable } from './read';

/** `unread`: something could not even be read, so that nobody knows whether it would pass. */
export type Verdict = 'passed' | 'failed' | 'unread';

/** What findings come to. Notes never fail, and warnings do only where `strict` says so. */
export function verdictOf(findings: readonly Finding[], { strict = false }: { readonly strict?: boolean }): Verdict {
  const failing = findings.filter(({ severity }) => severity === 'error' || (strict && severity === 'warning'));
  if (failing.some(isUnreadable)) return 'unread';
  return failing.length > 0 ? 'failed' : 'passed';
}
