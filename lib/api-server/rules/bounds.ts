import type { RuleDoc } from '../rule-doc';

export const BOUNDS: RuleDoc = {
  code: 'LLMD-BOUNDS',
  severity: 'error',
  title: 'Numbers, texts and lists are within their bounds',
  why: 'The API server refuses what is too small, too large, too short, too long, too few or too many.',
};
