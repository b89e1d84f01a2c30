import type { RuleDoc } from '../rule-doc';

export const UNKNOWN_FIELD: RuleDoc = {
  code: 'LLMD-UNKNOWN-FIELD',
  severity: 'error',
  title: 'A field is one that its kind has',
  why: 'kubectl asks the API server to refuse what it does not know. Without that, the field is dropped and has no effect.',
};
