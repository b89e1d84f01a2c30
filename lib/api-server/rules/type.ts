import type { RuleDoc } from '../rule-doc';

export const TYPE: RuleDoc = {
  code: 'LLMD-TYPE',
  severity: 'error',
  title: 'A field has the type that its kind gives it',
  why: 'The API server does not convert: the text "3" is not the number 3, and yes is not true.',
};
