import { isDeepStrictEqual } from 'node:util';
import { LlmdError, refuse } from '../../errors';
import { ApiError } from '../cluster/api-error';
import type { Cluster } from '../cluster/cluster';
import { Paths } from '../cluster/paths';
import { isDefinition, type KubernetesObject, titleOf } from './objects';

/** The effect of applying an object. */
export type ApplyAction = 'applied' | 'unchanged';

/** An object that was applied, with its path in the API. */
export interface AppliedObject {
  readonly object: KubernetesObject;
  readonly path: string;
  readonly action: ApplyAction;
}

/** Applies one object in the way of `kubectl apply --server-side`. */
export async function applyObject(cluster: Cluster, paths: Paths, object: KubernetesObject): Promise<AppliedObject> {
  const path = await pathOf(paths, object);
  const before = (await cluster.find(path)) as KubernetesObject | undefined;
  const after = (await cluster.apply(path, object)) as KubernetesObject;
  const isSame = before !== undefined && isDeepStrictEqual(specifiedFields(before), specifiedFields(after));
  return { object, path, action: isSame ? 'unchanged' : 'applied' };
}

/**
 * The fields of an object that users specify. The resource version cannot tell whether these have changed: it moves with
 * the status, and when an unchanged field gets another owner, as after an exercise that scaled.
 */
function specifiedFields(object: KubernetesObject): object {
  const { status: _status, metadata, ...rest } = object;
  const { managedFields: _fields, resourceVersion: _version, generation: _generation, ...named } = metadata;
  return { ...rest, metadata: named };
}

/** Objects in their order, cut before and after definitions: later objects may be of the kinds that they define. */
export function batchesOf(objects: readonly KubernetesObject[]): KubernetesObject[][] {
  const batches: KubernetesObject[][] = [];
  for (const object of objects) {
    const last = batches.at(-1);
    if (last !== undefined && isDefinition(last[0]) === isDefinition(object)) last.push(object);
    else batches.push([object]);
  }
  return batches;
}

/** The objects that are not in the cluster, or whose kinds it does not have. */
export async function missingObjects(
  cluster: Cluster,
  objects: readonly KubernetesObject[],
): Promise<KubernetesObject[]> {
  const paths = new Paths(cluster);
  const missing: KubernetesObject[] = [];
  for (const object of objects) {
    const path = await knownPathOf(paths, object);
    if (path === undefined || (await cluster.find(path)) === undefined) missing.push(object);
  }
  return missing;
}

/** The objects whose kinds the cluster does not have. */
export async function objectsOfUnknownKinds(
  cluster: Cluster,
  objects: readonly KubernetesObject[],
): Promise<KubernetesObject[]> {
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
    // The server answers 404 for an unknown group. For an unknown kind of a known group, `Paths` fails.
    if (error instanceof ApiError ? error.status === 404 : isUnknownKind(error)) return undefined;
    throw error;
  }
}

function isUnknownKind(error: unknown): boolean {
  return LlmdError.isLlmdError(error) && error.details.code === 'LLMD-CLUSTER-KIND';
}
