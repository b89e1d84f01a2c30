import type { RuleDoc } from '../rule-doc';

export const UNKNOWN_FIELD: RuleDoc = {
  code: 'LLMD-UNKNOWN-FIELD',
  severity: 'error',
  title: 'A field is part of the schema of its kind',
  why: 'kubectl asks the API server to refuse unknown fields. Other clients do not; the field is dropped then and has no effect.',
};
