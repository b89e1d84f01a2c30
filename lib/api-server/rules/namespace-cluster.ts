import type { RuleDoc } from '../rule-doc';

export const NAMESPACE_CLUSTER: RuleDoc = {
  code: 'LLMD-NAMESPACE-CLUSTER',
  severity: 'warning',
  title: 'A cluster-scoped object has no namespace',
  why: 'The API server drops the namespace. The object exists once in the cluster, and two teams that apply it overwrite each other.',
};
