import type { Path } from '../finding';
import { grouped } from '../grouped';
import { type Identity, keyOf } from '../resource';
import type { ResourceSet } from '../resource-set';
import { words } from './arguments';
import { type EndpointPicker, endpointPickers } from './endpoint-pickers';
import { scopeOf } from './picker-scope';

/** The pool that the flags of an endpoint picker name; undefined where they name none. */
export function poolOfPicker(picker: EndpointPicker): Identity | undefined {
  const { namespace, pool } = scopeOf(picker);
  return pool && { group: pool.group, kind: 'InferencePool', namespace, name: pool.name };
}

/** Where the flags of an endpoint picker name its pool. */
export function poolNamePath({ container }: EndpointPicker): Path {
  const flag = words(container).findLast(({ word }) => /^--?pool-name(?:=|$)/.test(word));
  return flag?.path ?? container.path;
}

/** The endpoint pickers whose flags name a pool. */
export function pickersOf(set: ResourceSet, pool: Identity): readonly EndpointPicker[] {
  return set.view(pickersByPool).get(keyOf(pool)) ?? [];
}

function pickersByPool(set: ResourceSet): ReadonlyMap<string | undefined, readonly EndpointPicker[]> {
  return grouped(set.view(endpointPickers), (picker) => {
    const pool = poolOfPicker(picker);
    return pool && keyOf(pool);
  });
}
