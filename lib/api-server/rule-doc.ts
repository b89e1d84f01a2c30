import type { Severity } from './diagnostic';

/** What docs/rules.md says about a code. Its example is in an examples.ts beside the rule. */
export interface RuleDoc {
  /** Stable and searchable, for example `LLMD-POOL-SELECTOR`. */
  readonly code: string;
  /**
   * `error-when-closed` is for references that leave the set: an error where the set is meant to be complete, else a
   * warning, since the target may live in the cluster.
   */
  readonly severity: Severity | 'error-when-closed';
  /** What must hold, in one sentence. */
  readonly title: string;
  /** What happens on a cluster when it does not hold, and how we know. */
  readonly why: string;
}
