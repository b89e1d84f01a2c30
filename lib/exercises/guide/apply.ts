import { isDeepStrictEqual } from 'node:util';
import { LlmdError, refuse } from '../../errors';
import { ApiError } from '../cluster/api-error';
import type { Cluster } from '../cluster/cluster';
import type { Paths } from '../cluster/paths';
import { isDefinition, type KubernetesObject, titleOf } from './objects';
import { isOwnManager } from './ownership';

/** The effect of applying an object. */
export type ApplyAction = 'applied' | 'unchanged';

/** What a guide does with one object. */
export interface ObjectStep {
  readonly object: KubernetesObject;
  /** `keep`: it is in the cluster and stays as it is. `take over`: it is of another manager. */
  readonly action: 'create' | 'change' | 'keep' | 'take over';
  /** Why a definition that differs stays, or the other manager. */
  readonly reason?: string;
}

/** An object that was applied, with its path in the API. */
export interface AppliedObject {
  readonly object: KubernetesObject;
  readonly path: string;
  readonly action: ApplyAction;
}

/**
 * Does what was planned for one object, in the way of `kubectl apply --server-side`. Fields of other managers are
 * refused; those that kubectl set in an object of the guides are not.
 */
export async function applyStep(
  cluster: Cluster,
  paths: Paths,
  { object, action }: ObjectStep,
  takeOver: boolean,
): Promise<AppliedObject> {
  const path = await pathOf(paths, object);
  if (action === 'keep') return { object, path, action: 'unchanged' };
  const before = (await cluster.find(path, 'metadata.name')) as KubernetesObject | undefined;
  const after = (await cluster.apply(path, object).catch((error: unknown) => {
    const conflicts = conflictsIn(error);
    if (conflicts.length === 0) throw error;
    const isOwn = action === 'change' && othersIn(conflicts).length === 0;
    if (!takeOver && !isOwn) refuseConflicts(object, conflicts);
    return cluster.apply(path, object, { force: true });
  })) as KubernetesObject;
  const isSame = before !== undefined && isDeepStrictEqual(specifiedFields(before), specifiedFields(after));
  return { object, path, action: isSame ? 'unchanged' : 'applied' };
}

interface Conflict {
  readonly manager: string;
  readonly field: string;
}

/** The fields that managers other than guides and kubectl set to other values, in words. Changes nothing. */
export async function conflictsOf(cluster: Cluster, path: string, object: object): Promise<string | undefined> {
  try {
    await cluster.apply(path, object, { dryRun: true });
    return undefined;
  } catch (error) {
    // Other errors come back when the object is applied.
    const others = othersIn(conflictsIn(error));
    return others.length === 0 ? undefined : inWords(others);
  }
}

function othersIn(conflicts: readonly Conflict[]): Conflict[] {
  return conflicts.filter(({ manager }) => !isOwnManager(manager));
}

function inWords(conflicts: readonly Conflict[]): string {
  return conflicts.map(({ manager, field }) => `${manager} (${field})`).join(', ');
}

function conflictsIn(error: unknown): Conflict[] {
  if (!(error instanceof ApiError) || error.status !== 409) return [];
  // The manager stands in the message alone: `conflict with "helm" using apps/v1`.
  return error.causes
    .filter(({ reason }) => reason === 'FieldManagerConflict')
    .map(({ message = '', field = '' }) => ({ manager: message.split('"')[1] ?? message, field }));
}

function refuseConflicts(object: KubernetesObject, conflicts: readonly Conflict[]): never {
  refuse(titleOf(object), {
    code: 'LLMD-GUIDE-CONFLICT',
    got: `fields of ${inWords(conflicts)}`,
    expected: 'fields that no other manager sets to other values',
    remedy: 'let that manager give the fields up, or take them over with --take-over',
  });
}

/**
 * The fields of an object that users specify. The resource version cannot tell whether these have changed: it moves with
 * the status, and when an unchanged field gets another owner, as after an exercise that scaled.
 */
export function specifiedFields(object: KubernetesObject): object {
  const { status: _status, metadata, ...rest } = object;
  const { managedFields: _fields, resourceVersion: _version, generation: _generation, ...named } = metadata;
  return { ...rest, metadata: named };
}

/** Steps in their order, cut before and after definitions: later objects may be of the kinds that they define. */
export function batchesOf(steps: readonly ObjectStep[]): ObjectStep[][] {
  const batches: ObjectStep[][] = [];
  for (const step of steps) {
    const last = batches.at(-1);
    if (last !== undefined && isDefinition(last[0].object) === isDefinition(step.object)) last.push(step);
    else batches.push([step]);
  }
  return batches;
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

/** The path of an object; undefined if the cluster does not have its kind. */
export async function knownPathOf(paths: Paths, object: KubernetesObject): Promise<string | undefined> {
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
