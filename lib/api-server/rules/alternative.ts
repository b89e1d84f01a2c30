import type { RuleDoc } from '../rule-doc';

export const ALTERNATIVE: RuleDoc = {
  code: 'LLMD-ALTERNATIVE',
  severity: 'error',
  title: 'A value is as one of the alternatives of its kind',
  why: 'The API server refuses what fits none of them.',
};
