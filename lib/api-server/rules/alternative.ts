import type { RuleDoc } from '../rule-doc';

export const ALTERNATIVE: RuleDoc = {
  code: 'LLMD-ALTERNATIVE',
  severity: 'error',
  title: 'A value matches one of the alternatives in its schema',
  why: 'The API server refuses a value that matches none of them.',
};
