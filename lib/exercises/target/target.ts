import { Cluster } from '../cluster/cluster';
import { findPicker, type Picker } from './picker';
import { findPool, type Pool } from './pool';
import { type Workload, workloadOf } from './workload';

/** Options that select a pool. */
export interface TargetOptions {
  /**
   * Name of the InferencePool.
   * @default - the only one
   */
  readonly pool?: string;
  /**
   * Its namespace.
   * @default - all namespaces that the user may read
   */
  readonly namespace?: string;
  /**
   * Context of the kubeconfig.
   * @default - the current one
   */
  readonly context?: string;
  /**
   * Ends the search, and all later requests to the cluster, early.
   * @default - none
   */
  readonly signal?: AbortSignal;
}

/** A pool with its cluster, its endpoint picker and the workload that makes its pods. */
export interface Target {
  readonly cluster: Cluster;
  readonly pool: Pool;
  readonly picker: Picker;
  readonly workload: Workload;
}

/** Finds a pool and everything that belongs to it. Changes nothing. */
export async function findTarget(options: TargetOptions = {}): Promise<Target> {
  const cluster = await Cluster.open(options.context, options.signal);
  const pool = await findPool(cluster, options.pool, options.namespace);
  const picker = await findPicker(cluster, pool);
  return { cluster, pool, picker, workload: await workloadOf(cluster, pool) };
}
