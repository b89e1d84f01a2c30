import type { RuleDoc } from '../rule-doc';

export const NAMESPACE_CLUSTER: RuleDoc = {
  code: 'LLMD-NAMESPACE-CLUSTER',
  severity: 'warning',
  title: 'An object of the whole cluster has no namespace',
  why: "The API server drops the namespace. What looks like an object of one team is everybody's, and two teams that apply it overwrite each other.",
};
