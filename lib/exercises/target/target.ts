import { Cluster } from '../cluster/cluster';
import { findPicker, type Picker } from './picker';
import { findPool, type Pool } from './pool';
import { type Workload, workloadOf } from './workload';

/** Which pool is meant. */
export interface TargetOptions {
  /**
   * Name of the InferencePool.
   * @default - the only one
   */
  readonly pool?: string;
  /**
   * Its namespace.
   * @default - all that the user may see
   */
  readonly namespace?: string;
  /**
   * Context of the kubeconfig.
   * @default - the current one
   */
  readonly context?: string;
}

/** A pool and what belongs to it. */
export interface Target {
  readonly cluster: Cluster;
  readonly pool: Pool;
  readonly picker: Picker;
  readonly workload: Workload;
}

/** Finds everything from the pool alone, and changes nothing. */
export async function findTarget(options: TargetOptions = {}): Promise<Target> {
  const cluster = await Cluster.open(options.context);
  const pool = await findPool(cluster, options.pool, options.namespace);
  const picker = await findPicker(cluster, pool);
  return { cluster, pool, picker, workload: await workloadOf(cluster, pool) };
}
