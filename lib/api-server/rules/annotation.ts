import type { RuleDoc } from '../rule-doc';

export const ANNOTATION: RuleDoc = {
  code: 'LLMD-ANNOTATION',
  severity: 'error',
  title: 'Annotations have valid keys and at most 256 KiB in total',
  why: 'The API server refuses the object.',
};
