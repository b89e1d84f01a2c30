import type { RuleDoc } from '../rule-doc';

export const KIND: RuleDoc = {
  code: 'LLMD-KIND',
  severity: 'error',
  title: 'A cluster serves this kind in this version',
  why: 'kubectl says `no matches for kind` and applies nothing of it. The list is that of Kubernetes 1.35 with the definitions in imports/crds.',
};
