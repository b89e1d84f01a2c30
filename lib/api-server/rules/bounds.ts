import type { RuleDoc } from '../rule-doc';

export const BOUNDS: RuleDoc = {
  code: 'LLMD-BOUNDS',
  severity: 'error',
  title: 'Numbers, texts and lists are within their bounds',
  why: 'The API server refuses a number, text or list outside the bounds of its schema.',
};
