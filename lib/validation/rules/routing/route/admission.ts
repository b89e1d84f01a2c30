import { saysNamespace } from '../../../references/existence';
import type { Resource } from '../../../../api-server/resource';
import type { ResourceSet } from '../../../resource-set';
import { selects } from '../../../facts/label-selector';

const NAME_LABEL = 'kubernetes.io/metadata.name';

/**
 * Whether a listener admits routes of this namespace. True where the answer depends on what the set does not hold: the
 * labels of a namespace, or the namespace in which one of the two will be applied.
 */
export function isAdmitted(set: ResourceSet, listener: any, route: Resource, parent: Resource): boolean {
  const { from = 'Same', selector } = listener.allowedRoutes?.namespaces ?? {};
  switch (from) {
    case 'Same':
      return route.namespace === parent.namespace || saysNamespace(route) !== saysNamespace(parent);
    case 'None':
      return false;
    case 'Selector':
      return hasLabels(set, route.namespace!, selector);
    default:
      return true;
  }
}

function hasLabels(set: ResourceSet, name: string, selector: any): boolean {
  const namespace = set.find({ group: '', kind: 'Namespace', name });
  if (namespace === undefined && !asksForNameOnly(selector)) return true;
  return selects(selector, { ...namespace?.object.metadata?.labels, [NAME_LABEL]: name });
}

function asksForNameOnly({ matchLabels = {}, matchExpressions = [] }: any = {}): boolean {
  const keys = [...Object.keys(matchLabels), ...matchExpressions.map(({ key }: any) => key)];
  return keys.every((key) => key === NAME_LABEL);
}
