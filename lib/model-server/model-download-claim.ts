import type { ApiObject, Size } from 'cdk8s';
import { type IPersistentVolumeClaim, PersistentVolumeAccessMode, PersistentVolumeClaim } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { refuse } from '../errors';
import type { Metadata } from '../kubernetes/metadata';
import { kubeObject } from '../kubernetes/objects';
import type { Checks } from '../options/check';
import { listOf, member, size, textLike } from '../options/checks';
import { listed } from '../text/wording';

/** The claim that a `ModelDownload` makes. */
export interface ModelStorage {
  /** Size of the volume. Each revision that lies in it counts, and 16-bit weights take 2 bytes for each parameter. */
  readonly size: Size;
  /**
   * StorageClass of the volume.
   * @default - the cluster's default
   */
  readonly storageClassName?: string;
  /**
   * How nodes can mount the volume. Replicas on several nodes need `ReadWriteMany`.
   * @default [PersistentVolumeAccessMode.READ_WRITE_MANY]
   */
  readonly accessModes?: PersistentVolumeAccessMode[];
}

export const STORAGE_CHECKS: Checks<ModelStorage> = {
  size,
  storageClassName: textLike(/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/, 'the name of a StorageClass'),
  accessModes: listOf(member(PersistentVolumeAccessMode)),
};

/** The claim of a download: the given one, or one that is made. */
export function claimOf(
  scope: Construct,
  metadata: Metadata,
  { claim, storage }: { readonly claim?: IPersistentVolumeClaim; readonly storage?: ModelStorage },
): { readonly claim: IPersistentVolumeClaim; readonly object?: ApiObject } {
  if ((claim === undefined) === (storage === undefined)) {
    refuse(scope, {
      code: 'LLMD-MODEL-DOWNLOAD-CLAIM',
      got: claim === undefined ? 'neither claim nor storage' : 'claim and storage',
      expected: 'one of them: an existing claim, or the size of the one to make',
      remedy: 'pass `storage: { size: Size.gibibytes(…) }`, or the claim',
    });
  }
  return claim === undefined ? newClaim(scope, metadata, storage!) : { claim };
}

function newClaim(scope: Construct, metadata: Metadata, storage: ModelStorage) {
  const { size: capacity, storageClassName, accessModes = [PersistentVolumeAccessMode.READ_WRITE_MANY] } = storage;
  size(scope, 'storage.size', capacity);
  if (!accessModes.some((mode) => mode !== PersistentVolumeAccessMode.READ_ONLY_MANY)) {
    refuse(scope, {
      code: 'LLMD-MODEL-DOWNLOAD-READONLY',
      got: `storage.accessModes ${listed(accessModes) || 'without any mode'}`,
      expected: 'a mode in which the download can write',
      remedy: 'leave accessModes out for ReadWriteMany',
    });
  }
  const object = kubeObject(scope, 'claim', 'v1/PersistentVolumeClaim', metadata, {
    spec: {
      accessModes,
      resources: { requests: { storage: capacity.asString() } },
      ...(storageClassName !== undefined && { storageClassName }),
    },
  });
  const reference = PersistentVolumeClaim.fromClaimName(scope, 'claim-reference', metadata.name);
  // As on cdk8s-plus' own claims, so that a model server knows whether its replicas can share it.
  return { claim: Object.assign(reference, { accessModes }), object };
}
