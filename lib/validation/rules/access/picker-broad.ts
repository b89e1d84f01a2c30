import { showResource } from '../../../api-server/resource';
import type { Rule, Violation } from '../../rule';
import type { Grant, PolicyRule } from '../../facts/permissions';
import { pickerRights, type PickerRights, serviceAccountPath } from './picker-rights';

export const PICKER_BROAD: Rule = {
  code: 'LLMD-EPP-ACCESS-BROAD',
  severity: 'warning',
  title: 'An endpoint picker has no more rights than it needs',
  why: 'It reads pods, its pool, rewrites and objectives. An attacker who takes it over has every right that its role grants beyond these.',
  *check(set) {
    for (const rights of set.view(pickerRights)) {
      for (const grant of rights.permissions.grants) {
        for (const rule of grant.rules) {
          const excess = excessOf(rule);
          if (excess !== undefined) yield violation(rights, grant, excess);
        }
      }
    }
  },
};

function excessOf({ apiGroups = [], resources = [], resourceNames = [], verbs = [] }: PolicyRule): string | undefined {
  if (resources.includes('*')) return 'every kind';
  if (apiGroups.includes('*')) return `${resources.join(', ')} of every API group`;
  if (verbs.includes('*')) return `everything with ${resources.join(', ')}`;
  if (resources.includes('secrets') && resourceNames.length === 0) return `${verbs.join(', ')} all Secrets`;
  return undefined;
}

function violation({ picker, serviceAccount }: PickerRights, { role, namespace }: Grant, excess: string): Violation {
  const where = namespace === undefined ? 'in the whole cluster' : `in namespace ${namespace}`;
  return {
    resource: picker.pod.resource,
    path: serviceAccountPath(picker),
    message: `${showResource(role)} gives ServiceAccount ${serviceAccount} ${excess} ${where}; an endpoint picker needs to read pods, its pool, rewrites and objectives`,
    remedy: 'name the groups, resources and verbs that the picker uses',
  };
}
