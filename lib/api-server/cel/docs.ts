import type { RuleDoc } from '../rule-doc';

export const BROKEN: RuleDoc = {
  code: 'LLMD-CEL',
  severity: 'error',
  title: "The rules of a kind's definition hold",
  why:
    'A CustomResourceDefinition may have rules in the Common Expression Language (x-kubernetes-validations). An API ' +
    'server refuses an object that violates a rule, or for which the evaluation of a rule fails.',
};

export const NOT_CHECKED: RuleDoc = {
  code: 'LLMD-CEL-NOT-CHECKED',
  severity: 'warning',
  title: "The rules of a kind's definition can be checked",
  why: 'A rule may use a function that this library does not know, so the API server may still refuse the object.',
};

/** The codes that `checkCel` reports. */
export const CEL_RULES: readonly RuleDoc[] = [BROKEN, NOT_CHECKED];
