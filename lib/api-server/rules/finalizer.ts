import type { RuleDoc } from '../rule-doc';

export const FINALIZER: RuleDoc = {
  code: 'LLMD-FINALIZER',
  severity: 'error',
  title: "A finalizer is one of Kubernetes' own or a name with a domain",
  why: 'The API server refuses the object.',
};
