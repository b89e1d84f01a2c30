import type { ApiObject } from 'cdk8s';
import type { IServiceAccount } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type { PolicyRule, Subject } from '../../imports/k8s';
import type { Metadata } from './metadata';
import { clusterObject, kubeObject } from './objects';

/*
 * Roles and bindings. cdk8s-plus is not used for them, because its roles hold one rule for each resource and empty fields
 * that the API server does not store: `kubectl apply` would report them as configured every time (seen on Kubernetes 1.35).
 */

/** Verbs for reading a kind and following its changes. */
export const WATCH = ['get', 'list', 'watch'];

/** Verbs for making, changing and removing objects of a kind. */
export const MANAGE = ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch'];

const GROUP = 'rbac.authorization.k8s.io';

/** A role, and the binding of a ServiceAccount to it. */
export interface Grant {
  readonly role: ApiObject;
  readonly binding: ApiObject;
}

/** Gives a ServiceAccount rights in one namespace. */
export function grant(
  scope: Construct,
  metadata: Metadata,
  serviceAccount: IServiceAccount,
  rules: readonly PolicyRule[],
): Grant {
  const role = kubeObject(scope, 'role', `${GROUP}/v1/Role`, metadata, { rules });
  const binding = kubeObject(scope, 'role-binding', `${GROUP}/v1/RoleBinding`, metadata, {
    roleRef: { apiGroup: GROUP, kind: role.kind, name: role.name },
    subjects: [subject(serviceAccount)],
  });
  return { role, binding };
}

/** Names and labels of a ClusterRole and its binding. */
export interface ClusterGrantMetadata {
  readonly roleName: string;
  readonly bindingName: string;
  readonly labels: { readonly [key: string]: string };
}

/** Gives a ServiceAccount rights in the whole cluster. */
export function clusterGrant(
  scope: Construct,
  { roleName, bindingName, labels }: ClusterGrantMetadata,
  serviceAccount: IServiceAccount,
  rules: readonly PolicyRule[],
): Grant {
  const role = clusterObject(scope, 'cluster-role', `${GROUP}/v1/ClusterRole`, { name: roleName, labels }, { rules });
  const binding = clusterObject(
    scope,
    'cluster-role-binding',
    `${GROUP}/v1/ClusterRoleBinding`,
    { name: bindingName, labels },
    { roleRef: { apiGroup: GROUP, kind: role.kind, name: role.name }, subjects: [subject(serviceAccount)] },
  );
  return { role, binding };
}

function subject(serviceAccount: IServiceAccount): Subject {
  const { kind, name, namespace } = serviceAccount.toSubjectConfiguration();
  return { kind, name, namespace };
}
