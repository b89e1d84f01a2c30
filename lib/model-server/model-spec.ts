import type { Size } from 'cdk8s';
import type { EnvValue } from 'cdk8s-plus-28';
import type { Mount } from '../kubernetes/mount';

/** Where a model's weights are, and what the engine's container needs to read them. */
export interface ModelSpec {
  /** Id under which the model is served unless other names are given, for example `facebook/opt-125m`. */
  readonly id: string;
  /**
   * What the engine is told to load: a path in the container, a URI, or an id on the hub.
   * @default - the id
   */
  readonly location?: string;
  /**
   * Branch, tag or commit of the model's repository on the hub.
   * @default - the repository's default branch
   */
  readonly revision?: string;
  /**
   * Volumes with the weights.
   * @default - none: the engine downloads them
   */
  readonly mounts?: Mount[];
  /**
   * File below one of the `mounts` that exists once the weights are complete. Pods wait for it in an init container, which
   * runs `sh` in the engine's image.
   * @default - none: the engine starts at once
   */
  readonly completionFile?: string;
  /**
   * Environment variables of the engine's container, for example credentials by reference.
   * @default - none
   */
  readonly env?: { readonly [name: string]: EnvValue };
  /**
   * Whether the engine reads the weights with its streaming loader, from object storage.
   * @default false
   */
  readonly isStreamed?: boolean;
  /**
   * Whether pods of several nodes cannot mount the volumes, as with a ReadWriteOnce claim. Several replicas are refused.
   * @default false
   */
  readonly isSingleNode?: boolean;
  /**
   * Size of the weights. The time that a pod may take to start follows from it.
   * @default - estimated from the number of parameters in the id, such as `70B`, with 2 bytes each
   */
  readonly size?: Size;
}
