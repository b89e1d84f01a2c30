/*
 * Source: k8s.io/kubernetes v1.35.4 pkg/apis/rbac/validation/validation.go: ValidateRole, ValidateClusterRole,
 *   ValidatePolicyRule, ValidateRoleBinding, ValidateClusterRoleBinding, ValidateRoleBindingSubject
 */
import type { RuleDoc } from '../rule-doc';
import { all, type Check, each, fields, format, required, requiredOneOf, show } from './checks';
import type { Field } from './field';
import { DNS_SUBDOMAIN, PATH_SEGMENT } from '../formats/names';
import { labelSelector } from './labels';
import { own } from '../../text/own';

export const ACCESS: RuleDoc = {
  code: 'LLMD-RBAC',
  severity: 'error',
  title: 'Roles and bindings are well formed',
  why: 'The API server refuses a rule without verbs, apiGroups or resources, a binding to something that is not a role, and a subject whose kind does not fit its apiGroup.',
};

const GROUP = 'rbac.authorization.k8s.io';

function policyRule({ urls }: { readonly urls: boolean }): Check {
  return (field) => {
    const [nonResourceUrls, groups, resources] = ['nonResourceURLs', 'apiGroups', 'resources'].map((name) =>
      field.at(name),
    );
    required(field.at('verbs'));
    if (nonResourceUrls.empty) return [groups, resources].forEach(required);
    if (!urls) nonResourceUrls.refuse('a Role has no rules about URLs', 'remove it, or use a ClusterRole');
    if ([groups, resources, field.at('resourceNames')].some((other) => !other.empty)) {
      nonResourceUrls.refuse('a rule is about URLs or about resources', 'make two rules of it');
    }
  };
}

export const role: Check = fields({ rules: each(policyRule({ urls: false })) });

export const clusterRole: Check = fields({
  rules: each(policyRule({ urls: true })),
  aggregationRule: fields({ clusterRoleSelectors: all(required, each(labelSelector)) }),
});

/** The apiGroup of each kind of subject. It is also the default. */
const SUBJECTS: { readonly [kind: string]: string } = { ServiceAccount: '', User: GROUP, Group: GROUP };

function subject({ namespace }: { readonly namespace: boolean }): Check {
  return (field) => {
    fields({ kind: requiredOneOf(...Object.keys(SUBJECTS)), name: required })(field);
    const { kind } = field.value ?? {};
    if (kind === 'ServiceAccount') {
      format(DNS_SUBDOMAIN)(field.at('name'));
      if (namespace) required(field.at('namespace'));
    }
    checkGroup(field.at('apiGroup'), kind);
  };
}

function checkGroup(apiGroup: Field, kind: string): void {
  const expected = own(SUBJECTS, kind);
  if (expected === undefined || !apiGroup.given || apiGroup.value === expected) return;
  const remedy = expected === '' ? 'remove it' : `write ${expected}`;
  if (apiGroup.value !== '') apiGroup.refuse(`a ${kind} is not in the group ${show(apiGroup.value)}`, remedy);
}

function roleRef(...kinds: readonly string[]): Check {
  return (field) => {
    const reference = field.with(field.value ?? {});
    requiredOneOf(...kinds)(reference.at('kind'));
    all(required, format(PATH_SEGMENT))(reference.at('name'));
    const group = reference.at('apiGroup');
    if (!group.empty && group.value !== GROUP) group.refuse(`${show(group.value)} is not ${GROUP}`, `write ${GROUP}`);
  };
}

export const roleBinding: Check = fields({
  roleRef: roleRef('Role', 'ClusterRole'),
  subjects: each(subject({ namespace: false })),
});

export const clusterRoleBinding: Check = fields({
  roleRef: roleRef('ClusterRole'),
  subjects: each(subject({ namespace: true })),
});
