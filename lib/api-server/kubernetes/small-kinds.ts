import type { RuleDoc } from '../rule-doc';
import { atLeast, type Check, each, fields, notNegative, oneOfExactly, requiredOneOf, show } from './checks';
import type { Field } from './field';
import { LABEL_KEY } from './formats';

export const SMALL_KINDS: RuleDoc = {
  code: 'LLMD-KUBERNETES-KIND',
  severity: 'error',
  title: 'Namespaces, priority classes, leases and endpoint slices hold what the API server takes',
  why: 'The API server refuses priorities that are reserved for the system, leases that do not last, levels of Pod Security that do not exist, and finalizers without a domain.',
};

const HIGHEST_PRIORITY = 1_000_000_000;
const SYSTEM_PREFIX = 'system-';
const FINALIZERS = ['kubernetes', 'orphan', 'foregroundDeletion'];

export const priorityClass: Check = (object) => {
  const [value, name] = [object.at('value'), object.at('metadata', 'name')];
  oneOfExactly('Never', 'PreemptLowerPriority')(object.at('preemptionPolicy'));
  if (name.value?.startsWith(SYSTEM_PREFIX)) {
    name.refuse(`${SYSTEM_PREFIX} begins the names of Kubernetes itself`, 'rename it');
  } else if (value.value > HIGHEST_PRIORITY) {
    value.refuse(`${show(value.value)} is more than ${HIGHEST_PRIORITY}, where the system begins`, 'lower it');
  }
};

const finalizer: Check = (field) => {
  const value: string = field.empty ? '' : field.value;
  if (!LABEL_KEY.matches(value) || !(value.includes('/') || FINALIZERS.includes(value))) {
    field.refuse(`${show(value)} is no name after a domain, such as example.com/cleanup`, 'rename it');
  }
};

const SECURITY_LABEL = /^pod-security\.kubernetes\.io\/(?:enforce|audit|warn)(-version)?$/;
const SECURITY_VERSION = /^(latest|v1\.(0|[1-9]\d*))$/;

/** Pod Security reads these labels when the namespace is made. */
function checkSecurityLabel(key: string, label: Field): void {
  const [matched, version] = SECURITY_LABEL.exec(key) ?? [];
  if (matched === undefined) return;
  if (version === undefined) requiredOneOf('baseline', 'privileged', 'restricted')(label);
  else if (!SECURITY_VERSION.test(String(label.value))) {
    label.refuse(`${show(label.value)} is no version of Pod Security`, 'write latest, or one such as v1.35');
  }
}

export const namespace: Check = (object) => {
  each(finalizer)(object.at('spec', 'finalizers'));
  object.at('metadata', 'labels').entries.forEach(([key, label]) => checkSecurityLabel(key, label));
};

export const lease: Check = fields({
  spec: fields({ leaseDurationSeconds: atLeast(1), leaseTransitions: notNegative }),
});
