import type { RuleDoc } from '../rule-doc';

export const LABEL_VALUE: RuleDoc = {
  code: 'LLMD-LABEL-VALUE',
  severity: 'error',
  title: 'The value of a label has at most 63 letters, digits, dashes, underscores and dots',
  why: 'The API server refuses the object. Names of models have slashes, which labels cannot have.',
};
