import type { RuleDoc } from '../rule-doc';

export const FORMAT: RuleDoc = {
  code: 'LLMD-FORMAT',
  severity: 'error',
  title: 'A text has the format that its schema requires',
  why: 'The API server refuses quantities, base64, times and addresses that it cannot read.',
};
