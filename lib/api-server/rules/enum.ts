import type { RuleDoc } from '../rule-doc';

export const ENUM: RuleDoc = {
  code: 'LLMD-ENUM',
  severity: 'error',
  title: 'A value is one of those in its enum',
  why: 'The API server refuses any other.',
};
