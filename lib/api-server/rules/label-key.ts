import type { RuleDoc } from '../rule-doc';

export const LABEL_KEY: RuleDoc = {
  code: 'LLMD-LABEL-KEY',
  severity: 'error',
  title: 'The key of a label is a name, optionally after a DNS name and a slash',
  why: 'The API server refuses the object.',
};
