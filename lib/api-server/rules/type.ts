import type { RuleDoc } from '../rule-doc';

export const TYPE: RuleDoc = {
  code: 'LLMD-TYPE',
  severity: 'error',
  title: 'A field has the type in its schema',
  why: 'The API server does not convert: the text "3" is not the number 3, and yes is not true.',
};
