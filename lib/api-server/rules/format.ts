import type { RuleDoc } from '../rule-doc';

export const FORMAT: RuleDoc = {
  code: 'LLMD-FORMAT',
  severity: 'error',
  title: 'A text has the form that its kind asks for',
  why: 'The API server refuses what it cannot read: amounts, base64, times, addresses.',
};
