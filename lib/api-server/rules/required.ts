import type { RuleDoc } from '../rule-doc';

export const REQUIRED: RuleDoc = {
  code: 'LLMD-REQUIRED',
  severity: 'error',
  title: 'A field that must be there is there',
  why: 'The API server refuses the object.',
};
