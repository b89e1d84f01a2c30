/*
 * Source: k8s.io/kubernetes v1.35.4 pkg/apis/policy/validation/validation.go: ValidatePodDisruptionBudget
 */
import type { RuleDoc } from '../rule-doc';
import { type Check, fields, oneOfExactly } from './checks';
import { intOrPercentOfAll } from './int-or-percent';
import { labelSelector } from './labels';

export const DISRUPTION_BUDGET: RuleDoc = {
  code: 'LLMD-DISRUPTION-BUDGET',
  severity: 'error',
  title: 'A disruption budget has minAvailable or maxUnavailable, not both',
  why: 'The API server refuses a budget with both, and percentages above 100 %.',
};

const budgetFields = fields({
  minAvailable: intOrPercentOfAll,
  maxUnavailable: intOrPercentOfAll,
  selector: labelSelector,
  unhealthyPodEvictionPolicy: oneOfExactly('AlwaysAllow', 'IfHealthyBudget'),
});

export const disruptionBudget: Check = (object) => {
  const spec = object.at('spec');
  budgetFields(spec);
  if (spec.at('minAvailable').given && spec.at('maxUnavailable').given) {
    spec.refuse('there are both minAvailable and maxUnavailable', 'keep one of them');
  }
};
