import type { RuleDoc } from '../rule-doc';

export const REQUIRED: RuleDoc = {
  code: 'LLMD-REQUIRED',
  severity: 'error',
  title: 'A required field is given',
  why: 'The API server refuses the object.',
};
