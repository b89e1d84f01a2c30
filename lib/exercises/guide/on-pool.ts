import { refuse } from '../../errors';
import { type Session, withSession } from '../session';
import { within } from '../wait';
import type { CheckContext } from './checking';
import type { KubernetesObject } from './objects';

/** Seconds until a proxy answers that says it is ready. Envoy Gateway says so a moment before. */
const ENTRY_WITHIN = 60;

/** The InferencePool of a guide's folder. */
export interface PoolName {
  readonly name: string;
  readonly namespace: string;
}

export function poolIn(objects: readonly KubernetesObject[]): PoolName {
  const pool = objects.find(({ kind }) => kind === 'InferencePool');
  if (pool !== undefined) return { name: pool.metadata.name, namespace: pool.metadata.namespace ?? 'default' };
  refuse('guide', {
    code: 'LLMD-GUIDE-POOL',
    got: 'a folder without an InferencePool',
    expected: 'the pool that requests go to',
    remedy: 'synthesize the folder with the pool in it',
  });
}

/** Works with the pool as soon as a rollout leaves no trace: no old pod, and none of which the picker does not know. */
export function onPool<Result>(
  { cluster, timeout, signal }: CheckContext,
  { name, namespace }: PoolName,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  return withSession({ pool: name, namespace, context: cluster.context, timeout, signal }, async (session) => {
    await session.whole(await session.replicas());
    const status = async () => (await session.client.get('/v1/models')).status;
    // Where it never does, the check that follows says so.
    await within(ENTRY_WITHIN, status, (it) => it === 200, session.signal);
    return work(session);
  });
}
