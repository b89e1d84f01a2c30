import { saysNamespace } from '../../../references/existence';
import { listed } from '../../../../text/wording';
import { type Identity, keyOf, type Resource, showResource } from '../../../../api-server/resource';
import type { Rule } from '../../../rule';
import { poolOfPicker } from '../../../facts/pool-of-picker';
import { pickerServices } from './picker-services';

export const PICKER_OTHER_POOL: Rule = {
  code: 'LLMD-EPP-OTHER-POOL',
  severity: 'error',
  title: 'The endpoint picker behind an InferencePool is that of this pool',
  why:
    'An endpoint picker serves the one pool that its flags --pool-name, --pool-namespace and --pool-group name. For ' +
    'another it never becomes ready, or it picks pods that the Gateway does not admit.',
  *check(set) {
    for (const { pool, reference, pickers } of set.view(pickerServices)) {
      const own = pickers.map((picker) => ({ picker, pool: poolOfPicker(set, picker) }));
      if (own.length === 0 || !own.every((entry) => entry.pool && isOther(entry.pool, pool))) continue;
      const others = own.map((entry) => {
        const { group, name, namespace } = entry.pool!;
        return `${showResource(entry.picker.pod.resource)}, which picks for ${namespace}/${name} of ${group}`;
      });
      yield {
        resource: pool,
        path: reference.path,
        message: `leads to ${listed(others)}`,
        remedy: `give the picker --pool-name=${pool.name} --pool-namespace=${pool.namespace} --pool-group=${pool.group}, or name the Service of this pool's picker`,
      };
    }
  },
};

/** A pool that says no namespace may be meant for that of the flag. */
function isOther(named: Identity, pool: Resource): boolean {
  const namespace = saysNamespace(pool) ? pool.namespace : named.namespace;
  return keyOf(named) !== keyOf({ ...pool, namespace });
}
