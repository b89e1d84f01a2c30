import { Size } from 'cdk8s';
import type { IConfigMap, IPersistentVolumeClaim, ISecret } from 'cdk8s-plus-28';
import type { Volume, VolumeMount } from '../../imports/k8s';
import { refuse } from '../errors';
import { type Checks, checkedOptions } from '../options/check';
import { boolean, resource, size, yaml } from '../options/checks';
import { show } from '../text/wording';

/** Options of `Mount.emptyDir`. */
export interface EmptyDirMountOptions {
  /**
   * Whether the files are kept in memory, where they count against the container's memory limit.
   * @default false
   */
  readonly inMemory?: boolean;
  /**
   * The most that the pod may write before Kubernetes evicts it.
   * @default - no limit
   */
  readonly sizeLimit?: Size;
}

const EMPTY_DIR: Checks<EmptyDirMountOptions> = { inMemory: boolean, sizeLimit: size };

/** A volume of a pod, and the path at which a container mounts it. */
export class Mount {
  /** The keys of a ConfigMap as read-only files. */
  static configMap(path: string, configMap: IConfigMap): Mount {
    resource('a ConfigMap, for example from ConfigMap.fromConfigMapName')('Mount.configMap', 'configMap', configMap);
    return new Mount(path, { configMap: { name: configMap.name } }, true);
  }

  /** The keys of a Secret as read-only files. */
  static secret(path: string, secret: ISecret): Mount {
    resource('a Secret, for example from Secret.fromSecretName')('Mount.secret', 'secret', secret);
    return new Mount(path, { secret: { secretName: secret.name } }, true);
  }

  /** A persistent volume, writable. */
  static persistentVolumeClaim(path: string, claim: IPersistentVolumeClaim): Mount {
    resource('a claim, for example from PersistentVolumeClaim.fromClaimName')(
      'Mount.persistentVolumeClaim',
      'claim',
      claim,
    );
    return new Mount(path, { persistentVolumeClaim: { claimName: claim.name } }, false);
  }

  /** A scratch directory that is deleted with the pod. */
  static emptyDir(path: string, options: EmptyDirMountOptions = {}): Mount {
    checkedOptions('Mount.emptyDir', options, EMPTY_DIR);
    return new Mount(
      path,
      {
        emptyDir: {
          ...(options.inMemory && { medium: 'Memory' }),
          ...(options.sizeLimit && { sizeLimit: options.sizeLimit.asString() }),
        },
      },
      false,
    );
  }

  /** Any other volume: `source` is the volume as in YAML, without its name, for example `{ hostPath: { path: '/x' } }`. */
  static custom(path: string, source: { [key: string]: any }, readOnly: boolean = false): Mount {
    yaml('Mount.custom', 'source', source);
    boolean('Mount.custom', 'readOnly', readOnly);
    return new Mount(path, source, readOnly);
  }

  /** Path at which the container mounts the volume. */
  readonly path: string;

  private constructor(
    path: string,
    private readonly source: Omit<Volume, 'name'>,
    private readonly readOnly: boolean,
  ) {
    this.path = checkedPath(path);
  }

  /** @internal */
  _volume(name: string): Volume {
    return { name, ...this.source };
  }

  /** @internal */
  _volumeMount(name: string): VolumeMount {
    return { name, mountPath: this.path, ...(this.readOnly && { readOnly: true }) };
  }
}

/**
 * A directory for temporary files and small caches. With the limit Kubernetes evicts a pod that fills the disk of its node,
 * and not its neighbours. 10 GiB are stated, not measured.
 */
export function scratch(path: string): Mount {
  return Mount.emptyDir(path, { sizeLimit: Size.gibibytes(10) });
}

// With the API server's default: the list of sources is atomic, so that every client-side apply would send it again.
const NAMESPACE = { apiVersion: 'v1', fieldPath: 'metadata.namespace' };

/** The token of the pod's ServiceAccount, as Kubernetes' own admission mounts it. */
export function serviceAccountToken(): Mount {
  return Mount.custom(
    '/var/run/secrets/kubernetes.io/serviceaccount',
    {
      projected: {
        sources: [
          // The lifetime that Kubernetes' admission asks for, too; the kubelet renews the token.
          { serviceAccountToken: { path: 'token', expirationSeconds: 3607 } },
          { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
          { downwardAPI: { items: [{ path: 'namespace', fieldRef: NAMESPACE }] } },
        ],
      },
    },
    true,
  );
}

const LONGEST_PATH = 4096;

/** The path without a slash at its end, so that two spellings of one path are told to be the same. */
function checkedPath(path: string): string {
  const parts = typeof path === 'string' ? path.replace(/(?<=[^/])\/$/, '').split('/') : [];
  const [root, ...below] = parts;
  const isPath = root === '' && below.length > 0 && below.every((part) => !['', '.', '..'].includes(part));
  if (!isPath || path.length > LONGEST_PATH || /[:\u0000-\u001f\u007f]|\$\(/.test(path)) {
    refuse('Mount', {
      code: 'LLMD-MOUNT-PATH',
      got: show(path),
      expected: 'an absolute path below "/", without ".", "..", empty parts, ":", "$(" and control characters',
      remedy: 'write the path from the root, for example `/data`',
    });
  }
  return parts.join('/');
}
