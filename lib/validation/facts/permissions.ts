import type { Identity, Resource } from '../../api-server/resource';
import type { ResourceSet } from '../resource-set';
import { selects } from './label-selector';

/** A request to the API server that a subject may or may not make. */
export interface Access {
  /** Empty for the core group. */
  readonly group: string;
  /** Plural, with its subresource if any: `pods`, `pods/log`. */
  readonly resource: string;
  readonly verb: string;
  /** Undefined for the whole cluster. */
  readonly namespace?: string;
  /** The one object that is asked for; undefined for all of a kind. */
  readonly name?: string;
}

/** A binding of the set, and what it gives to its subjects. */
export interface Grant {
  readonly binding: Resource;
  /** The only namespace in which it holds; undefined for the whole cluster. */
  readonly namespace?: string;
  /** The role that it gives, whether or not that is in the set. */
  readonly role: Identity;
  /** What the set says of the role. */
  readonly rules: readonly PolicyRule[];
  /** False where the cluster may say more: a role that is not in the set, or one that gathers its rules from others. */
  readonly isComplete: boolean;
}

/** A rule of a Role or ClusterRole. Any field may be missing. */
export interface PolicyRule {
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly verbs?: readonly string[];
}

/** What one ServiceAccount may do, as far as the set says. */
export class Permissions {
  constructor(
    /** Every binding that gives it something. Empty where its rights, if any, come from the cluster. */
    readonly grants: readonly Grant[],
  ) {}

  /** Whether a grant of the set allows it. */
  allows(access: Access): boolean {
    return this.grants.some(
      ({ namespace, rules }) =>
        (namespace === undefined || namespace === access.namespace) && rules.some((rule) => ruleAllows(rule, access)),
    );
  }
}

const RBAC = 'rbac.authorization.k8s.io';
const EVERYTHING: readonly PolicyRule[] = [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }];

/** What the objects of the set allow a ServiceAccount to do, itself or as one of a group of ServiceAccounts. */
export function permissionsOf(set: ResourceSet, namespace: string, serviceAccountName: string): Permissions {
  const grants = set.view(grantsBySubject);
  const names = [
    serviceAccountKey(namespace, serviceAccountName),
    subjectKey('User', `system:serviceaccount:${namespace}:${serviceAccountName}`),
    subjectKey('Group', `system:serviceaccounts:${namespace}`),
    subjectKey('Group', 'system:serviceaccounts'),
    subjectKey('Group', 'system:authenticated'),
  ];
  return new Permissions(names.flatMap((name) => grants.get(name) ?? []));
}

/** Source: kubernetes pkg/apis/rbac/v1/evaluation_helpers.go. */
function ruleAllows({ verbs, apiGroups, resources, resourceNames = [] }: PolicyRule, access: Access): boolean {
  const { verb, group, resource, name } = access;
  return (
    hasOrAny(verbs, verb) &&
    hasOrAny(apiGroups, group) &&
    (hasOrAny(resources, resource) || hasSubresource(resources, resource)) &&
    (resourceNames.length === 0 || (name !== undefined && resourceNames.includes(name)))
  );
}

function hasOrAny(list: readonly string[] = [], value: string): boolean {
  return list.includes('*') || list.includes(value);
}

function hasSubresource(resources: readonly string[] = [], resource: string): boolean {
  const [, subresource] = resource.split('/');
  return subresource !== undefined && resources.includes(`*/${subresource}`);
}

function grantsBySubject(set: ResourceSet): ReadonlyMap<string, readonly Grant[]> {
  const index = new Map<string, Grant[]>();
  const bindings = [...set.ofKind(RBAC, 'RoleBinding'), ...set.ofKind(RBAC, 'ClusterRoleBinding')];
  for (const binding of bindings) {
    const grant = grantOf(set, binding);
    const subjects: any[] = binding.object.subjects ?? [];
    for (const key of new Set(subjects.map((subject) => keyOfSubject(subject, binding)))) {
      const others = index.get(key);
      if (others === undefined) index.set(key, [grant]);
      else others.push(grant);
    }
  }
  return index;
}

/** A ServiceAccount without a namespace is one of the binding's: kubernetes pkg/registry/rbac/validation/rule.go. */
function keyOfSubject({ kind, name, namespace }: any, binding: Resource): string {
  return kind === 'ServiceAccount' ? serviceAccountKey(namespace ?? binding.namespace, name) : subjectKey(kind, name);
}

function serviceAccountKey(namespace: string | undefined, name: string): string {
  return subjectKey('ServiceAccount', `${namespace}/${name}`);
}

function subjectKey(kind: string, name: string): string {
  return `${kind} ${name}`;
}

function grantOf(set: ResourceSet, binding: Resource): Grant {
  const { namespace } = binding;
  const { kind = 'Role', name = '' } = binding.object.roleRef ?? {};
  const role: Identity = { group: RBAC, kind, name, namespace: kind === 'Role' ? namespace : undefined };
  const found = set.find(role);
  const isSuperuser = found === undefined && kind === 'ClusterRole' && name === 'cluster-admin';
  return {
    binding,
    namespace,
    role,
    rules: isSuperuser ? EVERYTHING : found === undefined ? [] : rulesOf(set, found),
    isComplete: isSuperuser || (found !== undefined && found.object.aggregationRule === undefined),
  };
}

/** A controller replaces the rules of a ClusterRole with an `aggregationRule` by those of all roles it selects. */
function rulesOf(set: ResourceSet, role: Resource): readonly PolicyRule[] {
  const selectors: any[] | undefined = role.object.aggregationRule?.clusterRoleSelectors;
  if (selectors === undefined) return role.object.rules ?? [];
  return set
    .ofKind(RBAC, 'ClusterRole')
    .filter(
      (other) => other !== role && selectors.some((selector) => selects(selector, other.object.metadata?.labels ?? {})),
    )
    .flatMap((other) => other.object.rules ?? []);
}
