import type { RuleDoc } from '../rule-doc';

export const OBJECT: RuleDoc = {
  code: 'LLMD-OBJECT',
  severity: 'error',
  title: 'A document is an object with apiVersion and kind',
  why: 'kubectl and the API server cannot tell what it is.',
};
