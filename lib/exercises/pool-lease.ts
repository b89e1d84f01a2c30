import { randomBytes } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import { LlmdError } from '../errors';
import { ApiError } from './cluster/api-error';
import type { Cluster } from './cluster/cluster';
import type { Changes } from './changes';
import type { Pool } from './target/pool';

/** Seconds after which a Lease that is not renewed no longer counts: that of a run that was killed. */
const DURATION = 60;

/** Milliseconds between two renewals. */
const RENEWAL = 15_000;

/** How a Lease was taken. */
export interface PoolLease {
  /** Whether an earlier run has left it, since it was killed. */
  readonly wasLeft: boolean;
  readonly holder: string;
}

/**
 * Takes the Lease of a pool, with which one exercise at a time may change it, and renews it until the process ends or the
 * changes are undone. Fails with LLMD-EXERCISE-HELD while another exercise has it.
 *
 * @param onLost called when another exercise has taken it, because this one could not renew it
 */
export async function takePoolLease(
  cluster: Cluster,
  pool: Pick<Pool, 'namespace' | 'name'>,
  changes: Changes,
  onLost: (error: Error) => void,
): Promise<PoolLease> {
  const name = `cdk8s-llm-d-exercise-${pool.name}`;
  const leases = `/apis/coordination.k8s.io/v1/namespaces/${pool.namespace}/leases`;
  const path = `${leases}/${name}`;
  const holder = `${user()}@${hostname()}/${process.pid}/${randomBytes(3).toString('hex')}`;
  const later = cluster.withoutSignal;
  const timer = setInterval(() => void renew().catch(() => undefined), RENEWAL).unref();
  const release = async () => {
    clearInterval(timer);
    await later.delete(path);
  };
  const change = { undoWith: `kubectl delete lease ${name} -n ${pool.namespace}`, undo: release };
  const spec = () => ({ holderIdentity: holder, leaseDurationSeconds: DURATION, acquireTime: now(), renewTime: now() });
  try {
    return { holder, wasLeft: await take() };
  } catch (error) {
    clearInterval(timer);
    throw error;
  }

  /** Returns whether the Lease was there, and had run out. */
  async function take(): Promise<boolean> {
    try {
      const metadata = { name };
      const lease = { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata, spec: spec() };
      await changes.make(change, () => cluster.create(leases, lease));
      return false;
    } catch (error) {
      if (!isConflict(error)) throw error;
    }
    const lease = await cluster.get(path, 'metadata.resourceVersion', 'spec');
    if (!isExpired(lease)) throw heldBy(lease.spec);
    try {
      const { resourceVersion } = lease.metadata;
      await changes.make(change, () => cluster.patch(path, { metadata: { resourceVersion }, spec: spec() }));
      return true;
    } catch (error) {
      if (!isConflict(error)) throw error;
      throw heldBy((await cluster.get(path, 'spec')).spec);
    }
  }

  async function renew(): Promise<void> {
    const { metadata, spec: held } = await later.get(path, 'metadata.resourceVersion', 'spec');
    if (held.holderIdentity === holder) {
      await later.patch(path, { metadata: { resourceVersion: metadata.resourceVersion }, spec: { renewTime: now() } });
      return;
    }
    clearInterval(timer);
    changes.remove(change);
    onLost(heldBy(held));
  }

  function heldBy({ holderIdentity = 'unknown', acquireTime = 'a time that is not known' }: any): LlmdError {
    return new LlmdError(`InferencePool ${pool.namespace}/${pool.name}`, {
      code: 'LLMD-EXERCISE-HELD',
      got: `an exercise of ${holderIdentity}, since ${acquireTime}`,
      expected: 'one exercise of a pool at a time',
      remedy: `wait for its end; if it was killed, ${DURATION} seconds`,
    });
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof ApiError && error.status === 409;
}

function isExpired({ spec: { renewTime, leaseDurationSeconds = DURATION } }: any): boolean {
  const renewed = Date.parse(renewTime ?? '');
  return !Number.isFinite(renewed) || renewed + leaseDurationSeconds * 1000 < Date.now();
}

/** A `MicroTime` of Kubernetes, which has six digits behind the second. */
function now(): string {
  return new Date().toISOString().replace('Z', '000Z');
}

function user(): string {
  try {
    return userInfo().username;
  } catch {
    // The user of a container may have no name.
    return 'unknown';
  }
}
