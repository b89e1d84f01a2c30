import { isDeepStrictEqual } from 'node:util';
import { refuse } from '../../errors';
import { ApiError } from '../cluster/api-error';
import type { Cluster } from '../cluster/cluster';
import { Paths } from '../cluster/paths';
import { conflictsOf, knownPathOf, type ObjectStep, specifiedFields } from './apply';
import { ageOf, versionOf } from './definition-version';
import { isDefinition, type KubernetesObject, titleOf } from './objects';
import { isAppliedByGuide, otherOwnerOf } from './ownership';

/** Looks up objects in the cluster and decides what to do with each. Changes nothing. */
export async function survey(cluster: Cluster, objects: readonly KubernetesObject[]): Promise<ObjectStep[]> {
  const paths = new Paths(cluster);
  const steps: ObjectStep[] = [];
  for (const object of objects) {
    const path = await knownPathOf(paths, object);
    const found =
      path === undefined ? undefined : ((await cluster.find(path, 'metadata.name')) as KubernetesObject | undefined);
    steps.push(found === undefined ? { object, action: 'create' } : await decide(cluster, path!, object, found));
  }
  return steps;
}

async function decide(
  cluster: Cluster,
  path: string,
  object: KubernetesObject,
  found: KubernetesObject,
): Promise<ObjectStep> {
  if (isDefinition(object)) {
    const age = ageOf(found, object);
    if (age === 'newer' || age === 'of another channel') {
      return { object, action: 'keep', reason: `the cluster's ${versionOf(found)} is ${age}` };
    }
    // Without versions only a definition of an earlier guide is known to be no newer.
    if (age === 'equal' || (age === undefined && !isAppliedByGuide(found))) return { object, action: 'keep' };
  }
  if (await isSame(cluster, path, object, found)) return { object, action: 'keep' };
  const owner = otherOwnerOf(found, object) ?? (await conflictsOf(cluster, path, object));
  return owner === undefined ? { object, action: 'change' } : { object, action: 'take over', reason: owner };
}

/** Whether applying an object would change nothing that users specify. */
async function isSame(cluster: Cluster, path: string, object: object, found: KubernetesObject): Promise<boolean> {
  // Applying also removes what an earlier guide set, which this comparison does not see.
  if (!isAppliedByGuide(found) && contains(found, object)) return true;
  try {
    const after = (await cluster.apply(path, object, { dryRun: true, force: true })) as KubernetesObject;
    return isDeepStrictEqual(specifiedFields(found), specifiedFields(after));
  } catch (error) {
    // 403: who may not change it learns that when it is applied. 422: fields that cannot be changed differ.
    if (error instanceof ApiError && [403, 422].includes(error.status)) return false;
    throw error;
  }
}

/** Whether a value has all fields of another. Lists are equal in length. */
function contains(found: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null || typeof found !== 'object' || found === null) {
    return found === wanted;
  }
  if (Array.isArray(wanted) && wanted.length !== (found as unknown[]).length) return false;
  return Object.entries(wanted).every(([key, value]) => contains((found as Record<string, unknown>)[key], value));
}

/** Refuses objects that another manager owns. */
export function refuseOthers(steps: readonly ObjectStep[]): void {
  const others = steps.filter(({ action }) => action === 'take over');
  if (others.length === 0) return;
  refuse(titleOf(others[0].object), {
    code: 'LLMD-GUIDE-OWNER',
    got: others.map(({ object, reason }) => `${titleOf(object)} of ${reason}`).join('; '),
    expected: 'no object of the same name, or one that a guide or kubectl applied from such a folder',
    remedy: 'use another cluster, synthesize with other names (--from), or overwrite them with --take-over',
  });
}
