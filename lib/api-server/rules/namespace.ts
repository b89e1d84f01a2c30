import type { RuleDoc } from '../rule-doc';

export const NAMESPACE: RuleDoc = {
  code: 'LLMD-NAMESPACE',
  severity: 'error',
  title: 'metadata.namespace is a valid name of a namespace',
  why: 'The API server refuses the object: a namespace with this name cannot exist.',
};
