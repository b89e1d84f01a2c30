import { isDeepStrictEqual } from 'node:util';
import { refuse } from '../../errors';
import { ApiError } from '../cluster/api-error';
import type { Cluster } from '../cluster/cluster';
import { Paths } from '../cluster/paths';
import { isDefinition, type KubernetesObject, titleOf } from './objects';

/** What applying did to an object. */
export type Action = 'applied' | 'unchanged';

/** An object that is in the cluster. */
export interface Applied {
  readonly object: KubernetesObject;
  readonly path: string;
  readonly action: Action;
}

/** Applies one object, as `kubectl apply --server-side` does it. */
export async function applyObject(cluster: Cluster, paths: Paths, object: KubernetesObject): Promise<Applied> {
  const path = await pathOf(paths, object);
  const before = (await cluster.find(path)) as KubernetesObject | undefined;
  const after = (await cluster.apply(path, object)) as KubernetesObject;
  const isSame = before !== undefined && isDeepStrictEqual(wishesOf(before), wishesOf(after));
  return { object, path, action: isSame ? 'unchanged' : 'applied' };
}

/**
 * What somebody has asked for. A resource version says less: it moves with the status, and when a field that stays as
 * it is gets another owner, as after an exercise that scaled.
 */
function wishesOf(object: KubernetesObject): object {
  const { status: _status, metadata, ...rest } = object;
  const { managedFields: _fields, resourceVersion: _version, generation: _generation, ...named } = metadata;
  return { ...rest, metadata: named };
}

/** The objects in their order, cut where definitions begin or end: what follows may be of the kinds that they define. */
export function batchesOf(objects: readonly KubernetesObject[]): KubernetesObject[][] {
  const batches: KubernetesObject[][] = [];
  for (const object of objects) {
    const last = batches.at(-1);
    if (last !== undefined && isDefinition(last[0]) === isDefinition(object)) last.push(object);
    else batches.push([object]);
  }
  return batches;
}

/** The objects that a cluster does not have, or whose kinds it does not know. */
export async function lackingOf(cluster: Cluster, objects: readonly KubernetesObject[]): Promise<KubernetesObject[]> {
  const paths = new Paths(cluster);
  const lacking: KubernetesObject[] = [];
  for (const object of objects) {
    const path = await knownPathOf(paths, object);
    if (path === undefined || (await cluster.find(path)) === undefined) lacking.push(object);
  }
  return lacking;
}

/** The objects whose kinds a cluster does not know. */
export async function unknownOf(cluster: Cluster, objects: readonly KubernetesObject[]): Promise<KubernetesObject[]> {
  const paths = new Paths(cluster);
  const known = await Promise.all(objects.map((object) => knownPathOf(paths, object)));
  return objects.filter((_, index) => known[index] === undefined);
}

async function pathOf(paths: Paths, object: KubernetesObject): Promise<string> {
  const path = await knownPathOf(paths, object);
  if (path !== undefined) return path;
  refuse(titleOf(object), {
    code: 'LLMD-CLUSTER-KIND',
    got: `${object.apiVersion} ${object.kind}`,
    expected: 'a kind that the cluster has',
    remedy: 'apply the folder platform/ first, which the package has in dist/, and wait for its definitions',
  });
}

async function knownPathOf(paths: Paths, object: KubernetesObject): Promise<string | undefined> {
  try {
    return await paths.of(object);
  } catch (error) {
    // A group that is not there is answered by 404, a kind that is not in its group by the other.
    if (error instanceof ApiError ? error.status === 404 : isOfKind(error)) return undefined;
    throw error;
  }
}

function isOfKind(error: unknown): boolean {
  return (error as { problem?: { code?: string } }).problem?.code === 'LLMD-CLUSTER-KIND';
}
