import { type Resource, showResource } from '../../../api-server/resource';
import type { ResourceSet } from '../../resource-set';
import type { Rule } from '../../rule';
import { isKnown, pickerRights, type PickerRights, serviceAccountPath } from './picker-rights';

export const PICKER_UNKNOWN: Rule = {
  code: 'LLMD-EPP-ACCESS-UNKNOWN',
  severity: 'error-when-closed',
  title: 'The role of an endpoint picker is in the set',
  why: 'Without a role the picker sees neither its pool nor its pods, and ends after two minutes. Its rights may be in the cluster already, where validation cannot check them.',
  *check(set) {
    for (const rights of set.view(pickerRights)) {
      const missing = rights.missing.filter(({ isVital }) => isVital);
      if (isKnown(rights) || missing.length === 0 || livesInCluster(set, rights)) continue;
      const { picker, namespace } = rights;
      yield {
        resource: picker.pod.resource,
        path: serviceAccountPath(picker),
        message: `${origin(set, rights)}, and its picker must follow ${kinds(missing)} in namespace ${namespace}`,
        remedy: `add the Role and a RoleBinding in namespace ${namespace} that names this ServiceAccount with its namespace`,
      };
    }
  },
};

/** Whether the option `external` names the ServiceAccount, or the roles that it is given, as present in the cluster. */
function livesInCluster(set: ResourceSet, { picker, permissions: { grants } }: PickerRights): boolean {
  const { namespace, spec } = picker.pod;
  const serviceAccount = { group: '', kind: 'ServiceAccount', namespace, name: spec.serviceAccountName ?? 'default' };
  return grants.length === 0
    ? set.has(serviceAccount) && set.find(serviceAccount) === undefined
    : grants.every(({ role, isComplete }) => isComplete || (set.has(role) && set.find(role) === undefined));
}

function kinds(missing: PickerRights['missing']): string {
  return [...new Set(missing.map(({ resource }) => resource))].join(', ');
}

function origin(set: ResourceSet, { picker, serviceAccount, permissions: { grants } }: PickerRights): string {
  const grant = grants.find(({ isComplete }) => !isComplete);
  if (grant !== undefined) {
    return `${showResource(grant.binding)} gives ServiceAccount ${serviceAccount} the ${showResource(grant.role)}, which is not here in full`;
  }
  const namesake = set.view(namesakes).get(picker.pod.spec.serviceAccountName);
  const other = namesake === undefined ? '' : ` (${showResource(namesake.binding)} names ${namesake.subject})`;
  return `no binding here names ServiceAccount ${serviceAccount}${other}`;
}

/** A binding for a ServiceAccount of each name. The namespace is what people get wrong. */
function namesakes(set: ResourceSet): ReadonlyMap<string, { readonly binding: Resource; readonly subject: string }> {
  const bindings = ['RoleBinding', 'ClusterRoleBinding'].flatMap((kind) =>
    set.ofKind('rbac.authorization.k8s.io', kind),
  );
  return new Map(
    bindings.flatMap((binding) =>
      (binding.object.subjects ?? []).flatMap(({ kind, name, namespace = binding.namespace }: any) =>
        kind === 'ServiceAccount' ? [[name, { binding, subject: `${namespace}/${name}` }]] : [],
      ),
    ),
  );
}
