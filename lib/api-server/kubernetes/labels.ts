/*
 * Source: k8s.io/apimachinery v0.35.4 pkg/apis/meta/v1/validation/validation.go: ValidateLabelSelector,
 *   ValidateLabelSelectorRequirement, ValidateLabels
 *   and k8s.io/apimachinery v0.35.4 pkg/api/validation/objectmeta.go: ValidateAnnotations
 */
import { meets } from '../label-requirement';
import type { RuleDoc } from '../rule-doc';
import { all, type Check, each, fields, format, oneOfExactly, required, show } from './checks';
import type { Field } from './field';
import { LABEL_KEY, LABEL_VALUE } from '../formats/names';

export const SELECTOR: RuleDoc = {
  code: 'LLMD-SELECTOR',
  severity: 'error',
  title: 'Label selectors are well formed',
  why: 'The API server refuses a selector with an unknown operator, with values where none may be (or none where some must be), or with what can be no label.',
};

const labelKey = format(LABEL_KEY);
const labelValue = format(LABEL_VALUE);
const requiredLabelKey = all(required, labelKey);

/** Labels, or a selector that is a plain map of them. */
export const labels: Check = (field) => {
  for (const [key, value] of field.entries) {
    if (!LABEL_KEY.matches(key)) value.refuse(`${show(key)} is no ${LABEL_KEY.description}`, 'rename the key');
    labelValue(value);
  }
};

/** Annotations below the top, where only their keys count. */
export const annotations: Check = (field) => {
  for (const [key, value] of field.entries) {
    if (!LABEL_KEY.matches(key.toLowerCase())) {
      value.refuse(
        `${show(key)} is no key of an annotation, which is like a ${LABEL_KEY.description}`,
        'rename the key',
      );
    }
  }
};

const expression: Check = (field) => {
  fields({ key: requiredLabelKey, values: each(labelValue) })(field);
  const operator = field.at('operator');
  oneOfExactly('In', 'NotIn', 'Exists', 'DoesNotExist')(operator.with(operator.value ?? ''));
  checkValues(field.at('values'), operator.value);
};

/** What `values` must be for an operator. */
function checkValues(values: Field, operator: string): void {
  const exists = ['Exists', 'DoesNotExist'].includes(operator);
  if (exists && !values.empty) {
    values.refuse(`${operator} compares with no values`, 'take them away, or use In or NotIn');
  }
  if (['In', 'NotIn'].includes(operator) && values.empty) {
    values.refuse(`${operator} compares with values, and there are none`, 'list the values, or use Exists');
  }
}

/** A LabelSelector. An empty one selects everything, which is for the caller to judge. */
export const labelSelector: Check = (field) =>
  fields({ matchLabels: labels, matchExpressions: each(expression) })(field.under(SELECTOR));

/** Whether a LabelSelector selects nothing in particular. */
export function selectsEverything(selector: Field): boolean {
  return selector.at('matchLabels').empty && selector.at('matchExpressions').empty;
}

/** The first part of a LabelSelector that does not match labels, as people write it. */
export function mismatch(selector: Field, actual: { readonly [key: string]: string }): string | undefined {
  const label = selector.at('matchLabels').entries.find(([key, { value }]) => actual[key] !== value);
  if (label !== undefined) return `${label[0]}: ${label[1].value || '""'}`;
  const failing = selector.at('matchExpressions').items.find(({ value }) => meets(actual, value ?? {}) === false);
  return failing && `${failing.value?.key} ${failing.value?.operator} ${show(failing.value?.values ?? [])}`;
}
