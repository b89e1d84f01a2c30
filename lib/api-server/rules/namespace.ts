import type { RuleDoc } from '../rule-doc';

export const NAMESPACE: RuleDoc = {
  code: 'LLMD-NAMESPACE',
  severity: 'error',
  title: 'A namespace has a name that can be one',
  why: 'There is no such namespace, and there never will be.',
};
