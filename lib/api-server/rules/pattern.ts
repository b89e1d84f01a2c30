import type { RuleDoc } from '../rule-doc';

export const PATTERN: RuleDoc = {
  code: 'LLMD-PATTERN',
  severity: 'error',
  title: 'A text matches the pattern in its schema',
  why: 'The API server refuses any other.',
};
