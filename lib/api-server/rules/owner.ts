import type { RuleDoc } from '../rule-doc';

export const OWNER: RuleDoc = {
  code: 'LLMD-OWNER',
  severity: 'error',
  title: 'An owner reference is complete, and at most one is the controller',
  why: 'The API server refuses the object.',
};
