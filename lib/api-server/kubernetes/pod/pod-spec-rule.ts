import type { RuleDoc } from '../../rule-doc';

export const POD_SPEC: RuleDoc = {
  code: 'LLMD-POD-SPEC',
  severity: 'error',
  title: 'Pods are well formed: containers, ports, environment, names',
  why: 'The API server checks far more of a pod than its schema says, and refuses the whole workload.',
};
