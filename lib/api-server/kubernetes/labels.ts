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
  why: 'The API server refuses a selector with an unknown operator, with values for an operator that takes none (or without values for one that needs them), and with invalid labels.',
};

const labelKey = format(LABEL_KEY);
const labelValue = format(LABEL_VALUE);
const requiredLabelKey = all(required, labelKey);

/** Labels, or a selector that is a map of labels. */
export const labels: Check = (field) => {
  for (const [key, value] of field.entries) {
    if (!LABEL_KEY.matches(key)) value.refuse(`${show(key)} is not a valid ${LABEL_KEY.description}`, 'rename the key');
    labelValue(value);
  }
};

/** Annotations of a template. Only their keys are checked. */
export const annotations: Check = (field) => {
  for (const [key, value] of field.entries) {
    if (!LABEL_KEY.matches(key.toLowerCase())) {
      value.refuse(
        `${show(key)} is not a valid key of an annotation, which has the form of a ${LABEL_KEY.description}`,
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

/** Checks whether an operator has the values that it needs. */
function checkValues(values: Field, operator: string): void {
  const exists = ['Exists', 'DoesNotExist'].includes(operator);
  if (exists && !values.empty) {
    values.refuse(`${operator} takes no values`, 'remove them, or use In or NotIn');
  }
  if (['In', 'NotIn'].includes(operator) && values.empty) {
    values.refuse(`${operator} needs values, and there are none`, 'list the values, or use Exists');
  }
}

/** A LabelSelector. An empty one selects everything; callers decide whether that is allowed. */
export const labelSelector: Check = (field) =>
  fields({ matchLabels: labels, matchExpressions: each(expression) })(field.under(SELECTOR));

/** Whether a LabelSelector has no requirement and selects everything. */
export function selectsEverything(selector: Field): boolean {
  return selector.at('matchLabels').empty && selector.at('matchExpressions').empty;
}

/** The first requirement of a LabelSelector that labels do not meet, for a message. */
export function mismatch(selector: Field, actual: { readonly [key: string]: string }): string | undefined {
  const label = selector.at('matchLabels').entries.find(([key, { value }]) => actual[key] !== value);
  if (label !== undefined) return `${label[0]}: ${label[1].value || '""'}`;
  const failing = selector.at('matchExpressions').items.find(({ value }) => meets(actual, value ?? {}) === false);
  return failing && `${failing.value?.key} ${failing.value?.operator} ${show(failing.value?.values ?? [])}`;
}
