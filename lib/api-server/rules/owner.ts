import type { RuleDoc } from '../rule-doc';

export const OWNER: RuleDoc = {
  code: 'LLMD-OWNER',
  severity: 'error',
  title: 'An owner is named in full, and only one is the controller',
  why: 'The API server refuses the object.',
};
