import { showResource } from '../../../api-server/resource';
import type { ResourceSet } from '../../resource-set';
import type { Violation } from '../../rule';
import { type EndpointPicker, endpointPickers } from '../../facts/endpoint-pickers';
import { type Permissions, permissionsOf } from '../../facts/permissions';
import { type Need, needsOf } from '../../facts/picker-needs';
import { scopeOf } from '../../facts/picker-scope';

/** An endpoint picker, and what its ServiceAccount lacks. */
export interface PickerRights {
  readonly picker: EndpointPicker;
  readonly serviceAccount: string;
  readonly permissions: Permissions;
  /** Where its rights must hold. */
  readonly namespace: string;
  readonly missing: readonly Need[];
}

/** The rights of every endpoint picker of the set. */
export function pickerRights(set: ResourceSet): readonly PickerRights[] {
  return set.view(endpointPickers).map((picker) => {
    const { pod } = picker;
    const name: string = pod.spec.serviceAccountName ?? 'default';
    const permissions = permissionsOf(set, pod.namespace, name);
    const { namespace } = scopeOf(picker);
    const missing = needsOf(set, picker).flatMap((need) => lack(need, permissions, namespace) ?? []);
    return { picker, serviceAccount: `${pod.namespace}/${name}`, permissions, namespace, missing };
  });
}

/** What is left of a need when what is allowed is taken away. */
function lack(need: Need, permissions: Permissions, namespace: string): Need | undefined {
  const { groups, resource, names } = need;
  const lacking = (group: string) =>
    need.verbs.filter(
      (verb) => ![undefined, ...names].some((name) => permissions.allows({ group, resource, verb, namespace, name })),
    );
  // Of several groups one is enough, and the first is the one to ask for.
  const verbs = groups.some((group) => lacking(group).length === 0) ? [] : lacking(groups[0]);
  return verbs.length === 0 ? undefined : { ...need, verbs };
}

/** Whether all that the ServiceAccount may do stands in the set. */
export function isKnown({ permissions: { grants } }: PickerRights): boolean {
  return grants.length > 0 && grants.every(({ isComplete }) => isComplete);
}

/** A diagnostic for each need that the set's own roles leave open. */
export function* lacking(set: ResourceSet, isVital: boolean): Iterable<Violation> {
  for (const rights of set.view(pickerRights)) {
    if (!isKnown(rights)) continue;
    for (const need of rights.missing) {
      if (need.isVital === isVital) yield violation(rights, need);
    }
  }
}

function violation({ picker, serviceAccount, permissions, namespace }: PickerRights, need: Need): Violation {
  const { groups, resource, verbs } = need;
  const [group] = groups;
  const what = group === '' ? resource : `${resource}.${group}`;
  const bound = [...new Set(permissions.grants.map(({ role }) => showResource(role)))].join(', ');
  return {
    resource: picker.pod.resource,
    path: serviceAccountPath(picker),
    message: `ServiceAccount ${serviceAccount} may not ${verbs.join(' and ')} ${what} in namespace ${namespace}; it has ${bound}`,
    remedy: `add { apiGroups: [${JSON.stringify(group)}], resources: [${resource}], verbs: [${verbs.join(', ')}] } to its Role in namespace ${namespace}`,
  };
}

/** Where a picker's pod names its ServiceAccount. */
export function serviceAccountPath({ pod }: EndpointPicker): Violation['path'] {
  return [...pod.path, 'spec', 'serviceAccountName'];
}
