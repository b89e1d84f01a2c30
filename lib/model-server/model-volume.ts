import type { Size } from 'cdk8s';
import { EnvValue, type IPersistentVolumeClaim } from 'cdk8s-plus-28';
import { Mount } from '../kubernetes/mount';
import { type Checks, checkedOptions } from '../options/check';
import { resource, size } from '../options/checks';
import { folder, servedName } from './model-id';
import type { ModelSpec } from './model-spec';

/** Options of `Model.volume`. */
export interface VolumeModelOptions {
  /** Id under which the model is served unless other names are given, for example `facebook/opt-125m`. */
  readonly id: string;
  /**
   * Folder of the model in the volume: the one with its config.json.
   * @default - the root of the volume
   */
  readonly path?: string;
  /**
   * Size of the weights. The time that a pod may take to start follows from it.
   * @default - estimated from the id
   */
  readonly size?: Size;
}

const CHECKS: Checks<VolumeModelOptions> = { id: servedName, path: folder, size };

/** A model in a volume. */
export function modelOnVolume(claim: IPersistentVolumeClaim, options: VolumeModelOptions): ModelSpec {
  checkedClaim('Model.volume', claim);
  const { id, path, size: weights } = checkedOptions('Model.volume', options, CHECKS);
  servedName('Model.volume', 'id', id);
  const mount = claimMount(claim);
  return {
    id,
    location: inFolder(mount.path, path),
    mounts: [mount],
    env: OFFLINE,
    isSingleNode: isSingleNode(claim),
    ...(weights && { size: weights }),
  };
}

/** Keeps the engine from asking the hub for files that the folder lacks: what it loads is what lies in the volume. */
export const OFFLINE: { readonly [name: string]: EnvValue } = { HF_HUB_OFFLINE: EnvValue.fromValue('1') };

/** Refuses what is no claim, for example its name. */
export function checkedClaim(where: string, claim: IPersistentVolumeClaim): void {
  resource('a PersistentVolumeClaim, for example PersistentVolumeClaim.fromClaimName(chart, "models", "models")')(
    where,
    'the claim',
    claim,
  );
}

/**
 * The claim, read-only. Its path follows from its name, so that a model and adapters of one claim share one volume: a pod
 * with two volumes of one claim does not start.
 * @see https://github.com/kubernetes/kubernetes/issues/132921
 */
export function claimMount(claim: IPersistentVolumeClaim): Mount {
  // A claim that is ReadOnlyMany needs `readOnly` on the volume too.
  const source = { persistentVolumeClaim: { claimName: claim.name, readOnly: true } };
  return Mount.custom(`/models/${claim.name}`, source, true);
}

/** A folder below the path of a mount. */
export function inFolder(root: string, path: string | undefined): string {
  return path === undefined ? root : `${root}/${path}`;
}

const SHARED: readonly string[] = ['ReadOnlyMany', 'ReadWriteMany'];

/** Whether the pods of several nodes cannot mount a claim. Only claims of this app say how they can be mounted. */
export function isSingleNode(claim: IPersistentVolumeClaim): boolean {
  const { accessModes } = claim as { readonly accessModes?: readonly string[] };
  return accessModes !== undefined && accessModes.length > 0 && !accessModes.some((mode) => SHARED.includes(mode));
}
