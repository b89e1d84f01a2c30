/*
 * Source: k8s.io/kubernetes v1.35.4 pkg/apis/core/validation/validation.go: ValidateNamespace, validateFinalizerName,
 *   validateKubeFinalizerName
 *   and k8s.io/pod-security-admission v0.35.4 api/helpers.go: PolicyToEvaluate
 */
import type { RuleDoc } from '../rule-doc';
import { FINALIZER } from '../rules/finalizer';
import { type Check, each, requiredOneOf, show } from './checks';
import type { Field } from './field';
import { LABEL_KEY } from '../formats/names';

export const NAMESPACE_POD_SECURITY: RuleDoc = {
  code: 'LLMD-NAMESPACE-POD-SECURITY',
  severity: 'error',
  title: 'The Pod Security labels of a namespace name a level and a version that exist',
  why: 'The API server refuses a namespace with another level or version in a pod-security.kubernetes.io label.',
};

const OWN_FINALIZERS = ['kubernetes', 'orphan', 'foregroundDeletion'];

const finalizer: Check = (field) => {
  const value: string = field.empty ? '' : field.value;
  if (!LABEL_KEY.matches(value) || !(value.includes('/') || OWN_FINALIZERS.includes(value))) {
    field
      .under(FINALIZER)
      .refuse(`${show(value)} is not a name with a domain, such as example.com/cleanup`, 'rename it');
  }
};

const SECURITY_LABEL = /^pod-security\.kubernetes\.io\/(?:enforce|audit|warn)(-version)?$/;
const SECURITY_VERSION = /^(latest|v1\.(0|[1-9]\d*))$/;

function checkSecurityLabel(key: string, label: Field): void {
  const [matched, version] = SECURITY_LABEL.exec(key) ?? [];
  if (matched === undefined) return;
  if (version === undefined) requiredOneOf('baseline', 'privileged', 'restricted')(label);
  else if (!SECURITY_VERSION.test(String(label.value))) {
    label.refuse(`${show(label.value)} is not a version of Pod Security`, 'write latest, or a version such as v1.35');
  }
}

export const namespace: Check = (object) => {
  each(finalizer)(object.at('spec', 'finalizers'));
  object.at('metadata', 'labels').entries.forEach(([key, label]) => checkSecurityLabel(key, label));
};
