/*
 * Source: k8s.io/kubernetes v1.35.4 pkg/apis/batch/validation/validation.go: ValidateJob, validateGeneratedSelector,
 *   validateJobSpec, validatePodFailurePolicy, validatePodFailurePolicyRule, validatePodReplacementPolicy,
 *   validateSuccessPolicy
 */
import type { RuleDoc } from '../rule-doc';
import {
  all,
  between,
  type Check,
  each,
  fields,
  format,
  notNegative,
  oneOfExactly,
  required,
  requiredOneOf,
  show,
} from './checks';
import type { Field } from './field';
import { DNS_LABEL, DOMAIN_PREFIXED_PATH, LABEL_KEY } from '../formats/names';
import { labelSelector, mismatch } from './labels';
import { podTemplate } from './pod/pod-template';

export const JOB: RuleDoc = {
  code: 'LLMD-JOB',
  severity: 'error',
  title: 'The pods of a Job are not restarted always, and an indexed Job has completions',
  why: 'The API server refuses a Job whose pods are restarted always, and indexes without a number of completions.',
};

const INDEXED = 'Indexed';
const MAX_INDEXES = 100_000;

const exitCodes: Check = (field) => {
  fields({ operator: requiredOneOf('In', 'NotIn'), values: required })(field);
  const values = field.at('values').items.map((item) => (item.empty ? 0 : item.value));
  if (values.some((value, index) => index > 0 && values[index - 1] >= value)) {
    field.at('values').refuse('they are not in ascending order, or one is repeated', 'sort them');
  }
  if (field.at('operator').value === 'In' && values.includes(0)) {
    field.at('values').refuse('0 is among them, which is not a failure', 'remove it');
  }
};

const conditions = each(
  fields({ type: all(required, format(LABEL_KEY)), status: requiredOneOf('False', 'True', 'Unknown') }),
);

function failurePolicyRule(spec: Field): Check {
  return (field) => {
    fields({
      action: requiredOneOf('Count', 'FailIndex', 'FailJob', 'Ignore'),
      onExitCodes: exitCodes,
      onPodConditions: conditions,
    })(field);
    if (field.at('onExitCodes').given === !field.at('onPodConditions').empty) {
      field.refuse('a rule has exactly one of onExitCodes and onPodConditions', 'write one of them');
    }
    if (field.at('action').value === 'FailIndex' && !spec.at('backoffLimitPerIndex').given) {
      field.at('action').refuse('FailIndex needs backoffLimitPerIndex', 'add it to the Job');
    }
    const name = field.at('onExitCodes', 'containerName');
    const containers = ['containers', 'initContainers'].flatMap((list) => spec.at('template', 'spec', list).items);
    if (name.given && !containers.some(({ value }) => value?.name === name.value)) {
      name.refuse(`${show(name.value)} is not a valid container of the Job`, 'name one of its containers');
    }
  };
}

const jobFields = fields({
  parallelism: notNegative,
  completions: notNegative,
  activeDeadlineSeconds: notNegative,
  backoffLimit: notNegative,
  ttlSecondsAfterFinished: notNegative,
  backoffLimitPerIndex: notNegative,
  maxFailedIndexes: between(0, MAX_INDEXES),
  managedBy: format(DOMAIN_PREFIXED_PATH),
  completionMode: oneOfExactly('NonIndexed', INDEXED),
  template: podTemplate,
});

function jobSpec(spec: Field): void {
  jobFields(spec);
  required(spec.at('template'));
  checkIndexes(spec);
  checkPolicies(spec);
  const policy = spec.at('template', 'spec', 'restartPolicy');
  if (policy.empty || policy.value === 'Always') {
    policy.refuse('the pods of a Job must end, and Always (the default) restarts them', 'write Never or OnFailure');
  } else if (policy.value !== 'Never' && spec.at('podFailurePolicy').given) {
    policy.refuse('podFailurePolicy needs pods that are not restarted', 'write Never');
  }
}

function checkIndexes(spec: Field): void {
  const { completionMode, completions, parallelism, maxFailedIndexes } = spec.value;
  if (completionMode === INDEXED) {
    if (!spec.at('completions').given) required(spec.at('completions'));
    if (parallelism > MAX_INDEXES) spec.at('parallelism').refuse(`it is more than ${MAX_INDEXES}`, 'lower it');
    if (maxFailedIndexes > completions) spec.at('maxFailedIndexes').refuse('it is more than completions', 'lower it');
  } else {
    const only = ['backoffLimitPerIndex', 'maxFailedIndexes', 'successPolicy'].filter((name) => spec.at(name).given);
    only.forEach((name) => spec.at(name).refuse(`${name} needs completionMode Indexed`, 'set it, or remove this'));
  }
  if (maxFailedIndexes !== undefined && !spec.at('backoffLimitPerIndex').given)
    required(spec.at('backoffLimitPerIndex'));
}

function checkPolicies(spec: Field): void {
  const [failure, success, replacement] = ['podFailurePolicy', 'successPolicy', 'podReplacementPolicy'].map((name) =>
    spec.at(name),
  );
  each(failurePolicyRule(spec))(failure.at('rules'));
  if (success.given) required(success.at('rules'));
  const allowed = failure.given ? ['Failed'] : ['Failed', 'TerminatingOrFailed'];
  oneOfExactly(...allowed)(replacement);
}

/** The API server writes the selector unless `manualSelector` is true. */
function checkSelector(object: Field): void {
  const [selector, labels] = [object.at('spec', 'selector'), object.at('spec', 'template', 'metadata', 'labels')];
  labelSelector(selector);
  if (object.at('spec', 'manualSelector').value === true) {
    if (!selector.given) return required(selector);
    const missing = mismatch(selector, labels.value ?? {});
    if (missing !== undefined)
      labels.refuse(`the labels of the template do not match the selector: ${missing}`, 'make them agree');
  } else if (selector.given && !selector.empty) {
    selector.refuse('the API server writes the selector of a Job', 'remove it');
  }
}

/** As long as the suffix that the API server adds to a generateName. */
const RANDOM = '00000';

export const job: Check = (object) => {
  const spec = object.at('spec');
  jobSpec(spec.with(spec.value ?? {}));
  checkSelector(object);
  const { completionMode, completions } = spec.value ?? {};
  if (completionMode === INDEXED && completions > 0) {
    const { name, generateName = '' } = object.value.metadata ?? {};
    const host = `${name || `${generateName}${RANDOM}`}-${completions - 1}`;
    if (!DNS_LABEL.matches(host))
      object.at('metadata', 'name').refuse(`${show(host)} is not a valid host name for a pod`, 'shorten it');
  }
};
