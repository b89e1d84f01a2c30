/*
 * Source: k8s.io/kubernetes v1.35.4 pkg/apis/core/validation/validation.go: ValidateTolerations, validateNodeAffinity,
 *   ValidateNodeSelectorTerm, validatePodAffinityTerm, ValidateMatchLabelKeysAndMismatchLabelKeys,
 *   validateTopologySpreadConstraints
 */
import type { RuleDoc } from '../../rule-doc';
import {
  all,
  atLeast,
  between,
  type Check,
  each,
  fields,
  format,
  oneOf,
  oneOfExactly,
  required,
  requiredOneOf,
  show,
  unique,
} from '../checks';
import type { Field } from '../field';
import { DNS_LABEL, DNS_SUBDOMAIN, LABEL_KEY, LABEL_VALUE } from '../../formats/names';
import { labelSelector } from '../labels';

export const SCHEDULING: RuleDoc = {
  code: 'LLMD-SCHEDULING',
  severity: 'error',
  title: 'Tolerations, affinities and spread constraints are well formed',
  why: 'The API server refuses operators that do not fit their values, weights out of range and terms without a topology key.',
};

const labelKey = format(LABEL_KEY);
const requiredLabelKey = all(required, labelKey);
const weight = between(1, 100);

const toleration: Check = (field) => {
  fields({
    key: labelKey,
    operator: oneOf('Equal', 'Exists'),
    effect: oneOf('NoSchedule', 'PreferNoSchedule', 'NoExecute'),
  })(field);
  const { key, operator, value, effect, tolerationSeconds } = field.value ?? {};
  if (!key && operator !== 'Exists') {
    field.at('operator').refuse('a toleration without a key needs the operator Exists', 'write Exists, or a key');
  }
  if (operator === 'Exists' && value) {
    field.at('value').refuse('Exists takes no value', 'remove it, or use Equal');
  }
  if (operator !== 'Exists') format(LABEL_VALUE)(field.at('value'));
  if (typeof tolerationSeconds === 'number' && effect !== 'NoExecute') {
    field
      .at('tolerationSeconds')
      .refuse('only a toleration of NoExecute has a duration', 'write NoExecute, or remove the seconds');
  }
};

/** The number of values for each operator of a node selector, and words for a message. */
const NODE_OPERATORS: { readonly [operator: string]: readonly [min: number, max: number, text: string] } = {
  In: [1, Infinity, 'values'],
  NotIn: [1, Infinity, 'values'],
  Exists: [0, 0, 'no values'],
  DoesNotExist: [0, 0, 'no values'],
  Gt: [1, 1, 'one value'],
  Lt: [1, 1, 'one value'],
};

const FIELD_OPERATORS: typeof NODE_OPERATORS = { In: [1, 1, 'one value'], NotIn: [1, 1, 'one value'] };

function operatorAndValues(operators: typeof NODE_OPERATORS): Check {
  return (field) => {
    const [operator, values] = [field.at('operator'), field.at('values')];
    requiredOneOf(...Object.keys(operators))(operator);
    const [min, max, text] = operators[operator.value] ?? [0, Infinity, ''];
    if (values.items.length < min || values.items.length > max) {
      values.refuse(`${operator.value} takes ${text}, and there are ${values.items.length}`, 'correct the list');
    }
  };
}

const nodeExpression = all(operatorAndValues(NODE_OPERATORS), fields({ key: requiredLabelKey }));

const nodeField = all(
  operatorAndValues(FIELD_OPERATORS),
  fields({ key: requiredOneOf('metadata.name'), values: each(all(required, format(DNS_SUBDOMAIN))) }),
);

const preferredNode = fields({ matchExpressions: each(nodeExpression), matchFields: each(nodeField) });
const requiredNode = all(
  preferredNode,
  fields({ matchExpressions: each(fields({ values: each(format(LABEL_VALUE)) })) }),
);

/** Preferences with a weight. */
const weighted = (name: string, check: Check) =>
  each((field) => {
    if (field.at('weight').given) weight(field.at('weight'));
    else required(field.at('weight'));
    check(field.at(name));
  });

const nodeAffinity = fields({
  requiredDuringSchedulingIgnoredDuringExecution: fields({ nodeSelectorTerms: all(required, each(requiredNode)) }),
  preferredDuringSchedulingIgnoredDuringExecution: weighted('preference', preferredNode),
});

function matchLabelKeys(name: string): Check {
  return (field) => {
    const keys = field.at(name);
    each(requiredLabelKey)(keys);
    if (!keys.empty && !field.at('labelSelector').given) {
      keys.refuse(`${name} adds to a labelSelector, and there is none`, 'add a labelSelector, or remove the keys');
    }
    const { matchLabels = {}, matchExpressions = [] } = field.at('labelSelector').value ?? {};
    const selected = [...Object.keys(matchLabels ?? {}), ...(matchExpressions ?? []).map((term: any) => term?.key)];
    const isDuplicate = (key: Field) =>
      name === 'matchLabelKeys' && selected.filter((other) => other === key.value).length > 1;
    keys.items
      .filter(isDuplicate)
      .forEach((key) => key.refuse(`${key.value} is also in the labelSelector`, 'keep one of them'));
  };
}

const podTerm = all(
  fields({
    labelSelector,
    namespaceSelector: labelSelector,
    namespaces: each(all(required, format(DNS_LABEL))),
    topologyKey: requiredLabelKey,
  }),
  matchLabelKeys('matchLabelKeys'),
  matchLabelKeys('mismatchLabelKeys'),
  (field) => {
    const others: readonly string[] = field.at('mismatchLabelKeys').value ?? [];
    const duplicates = field.at('matchLabelKeys').items.filter(({ value }) => others.includes(value));
    duplicates.forEach((key) => key.refuse(`${key.value} is also in mismatchLabelKeys`, 'keep one of them'));
  },
);

const podAffinity = fields({
  requiredDuringSchedulingIgnoredDuringExecution: each(podTerm),
  preferredDuringSchedulingIgnoredDuringExecution: weighted('podAffinityTerm', (field) =>
    podTerm(field.with(field.value ?? {})),
  ),
});

const spreadFields = fields({
  topologyKey: required,
  whenUnsatisfiable: requiredOneOf('DoNotSchedule', 'ScheduleAnyway'),
  minDomains: atLeast(1),
  nodeAffinityPolicy: oneOfExactly('Honor', 'Ignore'),
  nodeTaintsPolicy: oneOfExactly('Honor', 'Ignore'),
  labelSelector,
});

const spreadConstraint: Check = (field) => {
  const { maxSkew = 0, minDomains, whenUnsatisfiable } = field.value ?? {};
  spreadFields(field);
  matchLabelKeys('matchLabelKeys')(field);
  if (maxSkew <= 0) field.at('maxSkew').refuse(`${show(maxSkew)} is less than 1`, 'write 1 or more');
  if (typeof minDomains === 'number' && whenUnsatisfiable !== 'DoNotSchedule') {
    field.at('minDomains').refuse('minDomains is only used with DoNotSchedule', 'write DoNotSchedule, or remove it');
  }
};

const sameSpread = unique('constraint for', ({ value }) => `${value?.topologyKey} ${value?.whenUnsatisfiable}`);

const schedulingFields = fields({
  tolerations: each(toleration),
  affinity: fields({ nodeAffinity, podAffinity, podAntiAffinity: podAffinity }),
  topologySpreadConstraints: all(each(spreadConstraint), sameSpread),
});

/** Tolerations, affinity and topology spread constraints of a pod. */
export function checkScheduling(spec: Field): void {
  schedulingFields(spec.under(SCHEDULING));
}
