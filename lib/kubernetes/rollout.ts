import { anyNumber, optionsOf } from '../options/checks';

/** How many pods a rolling update may add and take away at the same time. */
export interface Rollout {
  /**
   * Pods that may run beside the wanted number: a new pod starts before an old one ends. 0 where no node has room for
   * another pod, for example since all its accelerators are taken.
   * @default - 25 % of the replicas, rounded up
   */
  readonly maxSurge?: number;
  /**
   * Pods that may be missing from the wanted number.
   * @default - 25 % of the replicas, rounded down
   */
  readonly maxUnavailable?: number;
}

/** Checks `Rollout`. */
export const rolloutOptions = optionsOf<Rollout>({ maxSurge: anyNumber, maxUnavailable: anyNumber });
