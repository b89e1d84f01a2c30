import type { Diagnostic } from '../api-server/diagnostic';
import type { RuleDoc } from '../api-server/rule-doc';
import { firstLine } from '../text/first-line';

/** The rule that every rule comes to its end. */
export const NOT_CHECKED: RuleDoc = {
  code: 'LLMD-NOT-CHECKED',
  severity: 'warning',
  title: 'Every rule can be checked',
  why: 'A rule that breaks off is a mistake in this library. All others are checked; what this one would have found is not known.',
};

/** The diagnostic for a check that threw an error. */
export function notChecked(what: string, error: unknown): Diagnostic {
  const { message } = error instanceof Error ? error : new Error(String(error));
  return {
    code: NOT_CHECKED.code,
    severity: 'warning',
    path: '',
    message: `${what} was not checked to its end: ${firstLine(message)}`,
    remedy: 'report it with the files as a bug of cdk8s-llm-d',
  };
}
