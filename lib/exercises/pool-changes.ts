import type { Changes } from './changes';
import type { Cluster } from './cluster/cluster';
import { forgetCommand, formerStateOf, refuseLeft, writeFormerState } from './former-state';
import { type PoolLease, takePoolLease } from './pool-lease';
import type { Target } from './target/target';
import { pathOf, scaleCommand } from './target/workload';

/** What one exercise at a time changes of a pool: the number of replicas. */
export class PoolChanges {
  private lease: Promise<PoolLease> | undefined;
  private hasScaled = false;

  /** @param onLost called when another exercise has taken the Lease of the pool */
  constructor(
    private readonly target: Target,
    private readonly changes: Changes,
    private readonly onLost: (error: Error) => void,
  ) {}

  /** Takes the Lease of the pool once, and scales back what a run has left that was killed. */
  hold(): Promise<PoolLease> {
    return (this.lease ??= this.take());
  }

  /** Whether a run that was killed has left its mark on the workload. */
  async isLeft(): Promise<boolean> {
    return (await formerStateOf(this.target.cluster, this.target.workload)) !== undefined;
  }

  /** The number of replicas that the workload should have. */
  async replicas(): Promise<number> {
    const { cluster, workload } = this.target;
    return (await cluster.get(`${pathOf(workload)}/scale`, 'spec')).spec.replicas ?? 0;
  }

  /** Scales the workload and does not wait. */
  async setReplicas(replicas: number): Promise<void> {
    const { cluster, workload } = this.target;
    const { holder } = await this.hold();
    const before = await this.replicas();
    if (before === replicas) return;
    if (!this.hasScaled) {
      this.undoAtEnd(before);
      const since = new Date().toISOString();
      await writeFormerState(cluster, workload, { holder, since, replicas: before });
    }
    await this.patch(cluster, replicas);
  }

  private async take(): Promise<PoolLease> {
    const { cluster, pool, workload } = this.target;
    const lease = await takePoolLease(cluster, pool, this.changes, this.onLost);
    const left = await formerStateOf(cluster, workload);
    if (left === undefined) return lease;
    if (!lease.wasLeft) refuseLeft(workload, left);
    this.undoAtEnd(left.replicas);
    await this.patch(cluster, left.replicas);
    return lease;
  }

  private undoAtEnd(replicas: number): void {
    const { workload } = this.target;
    const cluster = this.target.cluster.withoutSignal;
    this.hasScaled = true;
    this.changes.add({ undoWith: forgetCommand(workload), undo: () => writeFormerState(cluster, workload) });
    this.changes.add({ undoWith: scaleCommand(workload, replicas), undo: () => this.patch(cluster, replicas) });
  }

  private patch(cluster: Cluster, replicas: number): Promise<void> {
    return cluster.patch(`${pathOf(this.target.workload)}/scale`, { spec: { replicas } });
  }
}
