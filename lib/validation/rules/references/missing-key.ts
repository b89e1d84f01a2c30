import { showResource, type Resource } from '../../../api-server/resource';
import { listed } from '../../../text/wording';
import { isSelection } from '../../references/reference';
import { references } from '../../references/references';
import type { ResourceSet } from '../../resource-set';
import type { Violation } from '../../rule';

/** Keys that are asked for and that the object of this kind does not have. Undefined keys are not known here. */
export function* missingKeys(
  set: ResourceSet,
  kind: 'ConfigMap' | 'Secret',
  keysOf: (resource: Resource) => readonly string[] | undefined,
): Iterable<Violation> {
  for (const { from, to, keys = [], optional = false } of set.view(references)) {
    if (isSelection(to) || to.group !== '' || to.kind !== kind || optional || keys.length === 0) continue;
    const holder = set.find(to);
    const present = holder && keysOf(holder);
    if (present === undefined) continue;
    for (const { name, path } of keys) {
      if (present.includes(name)) continue;
      yield {
        resource: from,
        path,
        message: `${showResource(holder!)} has no key ${name}; it has ${listed(present) || 'none'}`,
        remedy: `name a key of the ${kind}, or add it there`,
      };
    }
  }
}
