import { selectingNoPods } from '../../references/selecting-no-pods';

export const BUDGET_NO_PODS = selectingNoPods({
  code: 'LLMD-BUDGET-NO-PODS',
  kind: 'PodDisruptionBudget',
  title: 'The selector of a PodDisruptionBudget matches pods of its namespace',
  why: 'A budget without pods protects none: a drain of nodes may evict all of them at once.',
  remedy: 'select labels that the pods have',
});
