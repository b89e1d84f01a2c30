import type { RuleDoc } from '../../rule-doc';

export const POD_SPEC: RuleDoc = {
  code: 'LLMD-POD-SPEC',
  severity: 'error',
  title: 'Pods are well formed: containers, ports, environment, names',
  why: 'The API server checks more of a pod than its schema describes, and refuses the workload.',
};
