import type { RuleDoc } from '../rule-doc';

export const NAMESPACE: RuleDoc = {
  code: 'LLMD-NAMESPACE',
  severity: 'error',
  title: 'A namespace has a name that can be one',
  why: 'The API server refuses the object: a namespace with this name cannot exist.',
};
