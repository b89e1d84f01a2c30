import type { RuleDoc } from '../rule-doc';

export const OBJECT: RuleDoc = {
  code: 'LLMD-OBJECT',
  severity: 'error',
  title: 'A document is an object with apiVersion and kind',
  why: 'Without them, kubectl and the API server refuse it.',
};
