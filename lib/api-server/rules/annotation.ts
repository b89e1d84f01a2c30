import type { RuleDoc } from '../rule-doc';

export const ANNOTATION: RuleDoc = {
  code: 'LLMD-ANNOTATION',
  severity: 'error',
  title: 'Annotations have keys like labels and take 256 KiB at most',
  why: 'The API server refuses the object.',
};
