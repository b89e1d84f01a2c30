import { EXPERIMENTAL_GROUP } from '../../catalogue/api-groups';
import { knownRelease } from '../../catalogue/endpoint-picker/of-image';
import type { Path } from '../../text/path';
import { grouped } from '../../text/grouped';
import { type Identity, keyOf } from '../../api-server/resource';
import type { ResourceSet } from '../resource-set';
import { words } from './command-line';
import { type EndpointPicker, endpointPickers } from './endpoint-pickers';
import { scopeOf } from './picker-scope';

/**
 * The pool that the flags of an endpoint picker name; undefined where they name none. The default of --pool-group is
 * that of the known releases: for an older picker it is the group in which there is such a pool.
 */
export function poolOfPicker(set: ResourceSet, picker: EndpointPicker): Identity | undefined {
  const { namespace, pool } = scopeOf(picker);
  if (pool === undefined) return undefined;
  const identity: Identity = { group: pool.group, kind: 'InferencePool', namespace, name: pool.name };
  const older = { ...identity, group: EXPERIMENTAL_GROUP };
  return !isGroupKnown(picker) && !set.has(identity) && set.has(older) ? older : identity;
}

function isGroupKnown({ container }: EndpointPicker): boolean {
  const saysGroup = words(container).some(({ text }) => /^--?pool-group(?:=|$)/.test(text));
  return saysGroup || knownRelease(container.container.image ?? '') !== undefined;
}

/** Where the flags of an endpoint picker name its pool. */
export function poolNamePath({ container }: EndpointPicker): Path {
  const flag = words(container).findLast(({ text }) => /^--?pool-name(?:=|$)/.test(text));
  return flag?.path ?? container.path;
}

/** The endpoint pickers whose flags name a pool. */
export function pickersOf(set: ResourceSet, pool: Identity): readonly EndpointPicker[] {
  return set.view(pickersByPool).get(keyOf(pool)) ?? [];
}

function pickersByPool(set: ResourceSet): ReadonlyMap<string | undefined, readonly EndpointPicker[]> {
  return grouped(set.view(endpointPickers), (picker) => {
    const pool = poolOfPicker(set, picker);
    return pool && keyOf(pool);
  });
}
