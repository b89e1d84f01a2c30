import { EnvValue, type IPersistentVolumeClaim } from 'cdk8s-plus-28';
import { Mount } from '../kubernetes/mount';
import { textLike } from '../options/checks';
import { checkedClaim, isSingleNode } from './model-volume';

const PATH = '/models/hub-cache';
const HOST_PATH = textLike(/^\/(?!(.*\/)?\.\.(\/|$))[^:]*$/, 'an absolute path without ".." and ":"');

/** Where the engine keeps what it downloads from the hub, so that the next pod need not download it again. */
export class ModelCache {
  /**
   * A folder of each node. It must exist, and the user of the engine (1000 for vLLM) must own it: Kubernetes would make it
   * for root, and pods run without root.
   *
   * The Pod Security Standards `baseline` and `restricted` forbid host paths, so that only namespaces which enforce
   * neither admit the pods. A claim of a local-volume provisioner does the same job under `restricted`.
   */
  static hostPath(path: string): ModelCache {
    HOST_PATH('ModelCache.hostPath', 'the path', path);
    return new ModelCache(Mount.custom(PATH, { hostPath: { path, type: 'Directory' } }), false);
  }

  /** A volume, writable. With several replicas it must be ReadWriteMany. */
  static claim(claim: IPersistentVolumeClaim): ModelCache {
    checkedClaim('ModelCache.claim', claim);
    return new ModelCache(Mount.persistentVolumeClaim(PATH, claim), isSingleNode(claim));
  }

  private constructor(
    /** The volume. */
    readonly mount: Mount,
    /** Whether pods of several nodes cannot mount it. */
    readonly isSingleNode: boolean,
  ) {}

  /** Variables that make the client of the hub use it, in whichever engine. */
  get env(): { [name: string]: EnvValue } {
    return { HF_HUB_CACHE: EnvValue.fromValue(PATH) };
  }
}
