/*
 * Source: k8s.io/kubernetes v1.35.4 pkg/apis/autoscaling/validation/validation.go: ValidateHorizontalPodAutoscaler,
 *   ValidateCrossVersionObjectReference, ValidateAPIVersion, validateMetrics, validateMetricSpec, validateMetricTarget,
 *   validateBehavior, validateScalingRules, validateScalingPolicy
 */
import type { RuleDoc } from '../rule-doc';
import {
  all,
  atLeast,
  between,
  type Check,
  type Checks,
  each,
  fields,
  format,
  notEmpty,
  oneOfExactly,
  required,
  requiredOneOf,
  show,
  struct,
} from './checks';
import type { Field } from './field';
import { DNS_LABEL, PATH_SEGMENT } from '../formats/names';
import { checkContainerResourceName } from './pod/resources';
import { nanos } from '../../text/quantity';

export const AUTOSCALER: RuleDoc = {
  code: 'LLMD-AUTOSCALER',
  severity: 'error',
  title: 'An autoscaler has a range of replicas and metrics with one target each',
  why: 'The API server refuses a maximum below the minimum, a minimum of zero replicas, and metrics without a target or with two.',
};

const HALF_AN_HOUR = 1800;
const HOUR = 3600;

const pathSegment = all(required, format(PATH_SEGMENT));
const positive: Check = (field) => atLeast(1)(field.with(field.value ?? 0));

const positiveAmount: Check = (field) => {
  const amount = nanos(field.value);
  if (amount !== undefined && amount <= 0n) field.refuse(`${show(field.value)} is not more than 0`, 'write more');
};

const apiVersion: Check = (field) => {
  const parts = (field.value ?? '').split('/');
  if (parts.length > 2) field.refuse(`${show(field.value)} is not a valid apiVersion`, 'write one such as apps/v1');
};

const reference = struct({ kind: pathSegment, name: pathSegment, apiVersion });
/** Only ReplicationControllers of the core group can be scaled. */
const scaleTarget: Check = (field) => {
  reference(field);
  const { apiVersion: version = '', kind } = field.value ?? {};
  if (kind !== 'ReplicationController' && !version?.includes('/')) {
    field.at('apiVersion').refuse(`${show(version)} names no API group`, 'write one such as apps/v1');
  }
};

const metric = struct({ name: pathSegment });

const containerResource: Check = (field) => {
  if (!field.empty) checkContainerResourceName(field.value, field);
};

/** A metric target with exactly one of the fields `one`. */
function target(...one: readonly string[]): Check {
  return (field) => {
    struct({
      type: requiredOneOf('AverageValue', 'Utilization', 'Value'),
      value: positiveAmount,
      averageValue: positiveAmount,
      averageUtilization: atLeast(1),
    })(field);
    const present = one.filter((name) => field.at(name).given);
    if (present.length !== 1) {
      field.refuse(`of ${one.join(' and ')} there are ${present.length}, expected 1`, 'write one of them');
    }
  };
}

const objectTarget: Check = (field) => {
  const both = field.at('value').given && field.at('averageValue').given;
  target(both ? 'value' : 'averageValue', ...(both ? [] : ['value']))(field);
};

const SOURCES: Checks = {
  Object: fields({ describedObject: reference, metric, target: objectTarget }),
  External: fields({ metric, target: target('value', 'averageValue') }),
  Pods: fields({ metric, target: target('averageValue') }),
  Resource: fields({ name: required, target: target('averageUtilization', 'averageValue') }),
  ContainerResource: fields({
    name: all(required, containerResource),
    container: all(required, format(DNS_LABEL)),
    target: target('averageUtilization', 'averageValue'),
  }),
};

const fieldOf = (type: string) => type[0].toLowerCase() + type.slice(1);

const metricSpec: Check = (field) => {
  requiredOneOf(...Object.keys(SOURCES))(field.at('type'));
  const { type } = field.value ?? {};
  for (const [other, check] of Object.entries(SOURCES)) {
    const source = field.at(fieldOf(other));
    check(source);
    if (other === type) required(source);
    else if (source.given) source.refuse(`the metric is of type ${show(type)}`, `remove it, or write type ${other}`);
  }
};

const scalingRules = fields({
  stabilizationWindowSeconds: between(0, HOUR),
  selectPolicy: oneOfExactly('Disabled', 'Max', 'Min'),
  policies: all(
    notEmpty,
    each(
      fields({
        type: requiredOneOf('Percent', 'Pods'),
        value: positive,
        periodSeconds: all(positive, between(-Infinity, HALF_AN_HOUR)),
      }),
    ),
  ),
  tolerance: (field) => {
    if ((nanos(field.value) ?? 0n) < 0n) field.refuse(`${show(field.value)} is less than 0`, 'write 0 or more');
  },
});

export const autoscaler: Check = (object) => {
  const spec = object.at('spec');
  struct({
    minReplicas: atLeast(1),
    maxReplicas: positive,
    scaleTargetRef: scaleTarget,
    metrics: each(metricSpec),
    // Of version v1.
    targetCPUUtilizationPercentage: atLeast(1),
    behavior: fields({ scaleUp: scalingRules, scaleDown: scalingRules }),
  })(spec);
  checkRange(spec);
};

function checkRange(spec: Field): void {
  const { minReplicas = 1, maxReplicas } = spec.value ?? {};
  if (maxReplicas >= 1 && maxReplicas < minReplicas) {
    spec.at('maxReplicas').refuse(`${maxReplicas} is less than minReplicas ${minReplicas}`, 'raise it');
  }
}
