import type { RuleDoc } from '../rule-doc';

export const LIST_KEY: RuleDoc = {
  code: 'LLMD-LIST-KEY',
  severity: 'error',
  title: 'The items of a list have different keys',
  why: 'The API server refuses two items with the same key.',
};
