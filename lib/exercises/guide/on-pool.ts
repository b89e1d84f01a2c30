import { refuse } from '../../errors';
import { type Session, withSession } from '../session';
import { waitUntil } from '../wait';
import type { CheckContext } from './guide-check';
import type { KubernetesObject } from './objects';

/** Seconds to wait for answers of a proxy that is ready by its status. Envoy Gateway sets the status a moment early. */
const ENTRY_WITHIN = 60;

/** The name of an InferencePool. */
export interface PoolName {
  readonly name: string;
  readonly namespace: string;
}

/** The InferencePool in the folder of a guide. */
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

/** Opens a session on a pool and does some work when the rollout is over and the endpoint picker knows all pods. */
export function onPool<Result>(
  { cluster, timeout, signal, onChange }: CheckContext,
  { name, namespace }: PoolName,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  return withSession(
    { pool: name, namespace, context: cluster.context, timeout, signal, onChange },
    async (session) => {
      await session.waitUntilReady(await session.replicas());
      const status = async () => (await session.client.get('/v1/models')).status;
      // If the entry never answers, the check that follows fails.
      await waitUntil(ENTRY_WITHIN, status, (it) => it === 200, session.signal);
      return work(session);
    },
  );
}
