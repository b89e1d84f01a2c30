/*
 * Source: k8s.io/kubernetes v1.35.4 pkg/apis/apps/validation/validation.go: ValidateDeploymentSpec,
 *   ValidateDeploymentStrategy, ValidateReplicaSetSpec, ValidateDaemonSetSpec, ValidateDaemonSetUpdateStrategy,
 *   ValidateStatefulSetSpec, validateRollingUpdateStatefulSet, ValidatePersistentVolumeClaimRetentionPolicy
 */
import type { RuleDoc } from '../rule-doc';
import { all, type Check, each, fields, format, notNegative, oneOf, orEmpty, required, show } from './checks';
import type { Field } from './field';
import { DNS_LABEL } from '../formats/names';
import { intOrPercent, intOrPercentOfAll, numberOf } from './int-or-percent';
import { labelSelector, mismatch, selectsEverything } from './labels';
import { podTemplate } from './pod/pod-template';
import { claimSpec } from './volume-claim';

export const WORKLOAD: RuleDoc = {
  code: 'LLMD-WORKLOAD',
  severity: 'error',
  title: 'Workloads select their own pods and can update them',
  why: 'The API server refuses a workload whose selector is empty or does not match the labels of its own pod template, and an update strategy that can neither stop an old pod nor start a new one.',
};

const MIN_READY = { replicas: notNegative, minReadySeconds: notNegative, revisionHistoryLimit: notNegative };

const AGREE = 'make the labels and the selector agree';

/** The selector is given, is not empty, and matches the template. */
export const ownSelector: Check = (spec) => {
  const selector = spec.at('selector');
  labelSelector(selector);
  if (selector.given && selectsEverything(selector)) {
    return selector.refuse(
      'it is empty, which would select every pod',
      'write labels of the template that identify its pods',
    );
  }
  if (!selector.given) return required(selector);
  const labels = spec.at('template', 'metadata', 'labels');
  const missing = mismatch(selector, labels.value ?? {});
  if (missing !== undefined) {
    labels.refuse(`the labels of the template do not match the selector: ${missing}`, AGREE);
  }
};

/** The template of pods that are kept running. */
const endlessTemplate: Check = (field) => {
  if (!field.given) required(field);
  podTemplate(field);
  const [policy, deadline] = [field.at('spec', 'restartPolicy'), field.at('spec', 'activeDeadlineSeconds')];
  if (['Never', 'OnFailure'].includes(policy.value)) {
    policy.refuse(`${show(policy.value)} is not Always, and these pods are kept running`, 'write Always, or use a Job');
  }
  if (deadline.given) deadline.refuse('these pods are kept running', 'remove it, or use a Job');
};

const selectorAndTemplate = all(ownSelector, fields({ template: endlessTemplate }));

/** Whether the update can stop a pod or start one, given the defaults of the API. */
function canRoll(defaults: { maxUnavailable: unknown; maxSurge: unknown }): Check {
  return (rolling) => {
    const { maxUnavailable, maxSurge } = { ...defaults, ...withoutNulls(rolling.value) };
    if (numberOf(maxUnavailable) === 0 && numberOf(maxSurge) === 0) {
      rolling.refuse('maxUnavailable and maxSurge are both 0, so that no pod can be replaced', 'raise one of them');
    }
  };
}

function withoutNulls(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null));
}

const RECREATE = 'where the strategy is Recreate';

const deploymentStrategy: Check = (field) => {
  oneOf('Recreate', 'RollingUpdate')(field.at('type'));
  const rolling = field.at('rollingUpdate');
  if (field.at('type').value === 'Recreate') {
    if (rolling.given) rolling.refuse(`rollingUpdate may not be set ${RECREATE}`, 'remove it, or use RollingUpdate');
  } else if (rolling.given) {
    fields({ maxUnavailable: intOrPercentOfAll, maxSurge: intOrPercent })(rolling);
    canRoll({ maxUnavailable: '25%', maxSurge: '25%' })(rolling);
  }
};

/** Seconds after which a rollout counts as failed, by default. */
const PROGRESS_DEADLINE = 600;

const progress: Check = (spec) => {
  const { progressDeadlineSeconds, minReadySeconds = 0 } = spec.value;
  const deadline = progressDeadlineSeconds ?? PROGRESS_DEADLINE;
  if (deadline <= minReadySeconds) {
    spec
      .at('progressDeadlineSeconds')
      .refuse(
        `${deadline} s are not more than minReadySeconds ${minReadySeconds}: every rollout would fail`,
        'raise it above minReadySeconds',
      );
  }
};

const daemonSetStrategy: Check = (field) => {
  oneOf('OnDelete', 'RollingUpdate')(field.at('type'));
  const rolling = field.at('rollingUpdate');
  if (!rolling.given || field.at('type').value === 'OnDelete') return;
  fields({ maxUnavailable: intOrPercentOfAll, maxSurge: intOrPercentOfAll })(rolling);
  canRoll({ maxUnavailable: 1, maxSurge: 0 })(rolling);
  const { maxUnavailable = 1, maxSurge = 0 } = rolling.value;
  if (numberOf(maxUnavailable) !== 0 && numberOf(maxSurge) !== 0) {
    rolling
      .at('maxSurge')
      .refuse('maxSurge and maxUnavailable are both more than 0, expected one of them to be 0', 'set one of them to 0');
  }
};

const statefulSetStrategy: Check = (field) => {
  oneOf('OnDelete', 'RollingUpdate')(field.at('type'));
  fields({ partition: notNegative })(field.at('rollingUpdate'));
  if (field.at('type').value === 'OnDelete' && field.at('rollingUpdate').given) {
    field
      .at('rollingUpdate')
      .refuse('rollingUpdate has no effect with the type OnDelete', 'remove it, or use RollingUpdate');
  }
};

const statefulSetTemplate: Check = (spec) => {
  // A StatefulSet overwrites hostname and subdomain, and volumes with the names of its claims.
  const template = spec.at('template');
  endlessTemplate(template.with(withClaims(template, spec.at('volumeClaimTemplates'))));
};

function withClaims(template: Field, claims: Field): unknown {
  if (!template.given) return undefined;
  const { hostname: _, subdomain: __, volumes, ...rest } = template.value?.spec ?? {};
  const names = [...new Set(claims.items.map(({ value }) => value.metadata?.name))];
  const claimed = names.map((name) => ({ name, persistentVolumeClaim: { claimName: name } }));
  const others = (volumes ?? []).filter((volume: any) => !names.includes(volume?.name));
  return { ...template.value, spec: { ...rest, volumes: [...others, ...claimed] } };
}

const RETENTION = oneOf('Delete', 'Retain');

/** Go treats a missing spec as an empty one. */
function workload(spec: Check): Check {
  return fields({ spec: orEmpty(spec) });
}

export const deployment: Check = workload(
  all(
    fields({ ...MIN_READY, strategy: deploymentStrategy, progressDeadlineSeconds: notNegative }),
    selectorAndTemplate,
    progress,
  ),
);

export const replicaSet: Check = workload(all(fields(MIN_READY), selectorAndTemplate));

export const daemonSet: Check = workload(
  all(fields({ ...MIN_READY, updateStrategy: daemonSetStrategy }), selectorAndTemplate),
);

export const statefulSet: Check = workload(
  all(
    fields({
      replicas: notNegative,
      minReadySeconds: notNegative,
      podManagementPolicy: oneOf('OrderedReady', 'Parallel'),
      serviceName: format(DNS_LABEL),
      updateStrategy: statefulSetStrategy,
      ordinals: fields({ start: notNegative }),
      persistentVolumeClaimRetentionPolicy: fields({ whenDeleted: RETENTION, whenScaled: RETENTION }),
      volumeClaimTemplates: each(fields({ spec: claimSpec })),
    }),
    ownSelector,
    statefulSetTemplate,
  ),
);
