import { refuse, show } from '../errors';
import { REPLICAS } from './replicas';
import { demand } from './wait';
import type { Session } from './session';
import { nameOf, podsPath, podsWith } from './target/pods';
import { pathOf } from './target/workload';

/** Something that happens to a running pool. */
export interface Fault {
  readonly name: string;
  /** Whether clients must not notice. */
  readonly isHarmless: boolean;
  /** Replicas when it is over. */
  readonly replicas: number;
  /** Does it, tells each step, and returns when it has done its worst. */
  act(session: Session, tell: (what: string) => void): Promise<void>;
}

/** In the order in which they happen. */
const FAULTS: readonly Fault[] = [
  { name: 'delete a pod', isHarmless: true, replicas: REPLICAS, act: deletePod },
  {
    name: `scale ${REPLICAS} to 1`,
    isHarmless: true,
    replicas: 1,
    async act(session, tell) {
      await session.setReplicas(1);
      tell('scaled to 1');
    },
  },
  { name: 'rolling restart', isHarmless: true, replicas: REPLICAS, act: restart },
  {
    name: 'force-delete a pod',
    isHarmless: false,
    replicas: REPLICAS,
    act: (session, tell) => deletePod(session, tell, 0),
  },
  {
    name: 'all pods gone',
    isHarmless: false,
    replicas: REPLICAS,
    async act(session, tell) {
      await session.setReplicas(0);
      tell('scaled to 0');
      await demand(
        'the end of all pods',
        session.timeout,
        () => session.pods(),
        (pods) => pods.length === 0,
        session.signal,
      );
      tell('no pod is left');
      await session.setReplicas(REPLICAS);
      tell(`scaled to ${REPLICAS}`);
    },
  },
  { name: 'endpoint picker restarted', isHarmless: false, replicas: REPLICAS, act: restartPicker },
];

/**
 * The faults with these names, in the order in which they happen.
 *
 * @param names all, if they are left out
 */
export function faultsNamed(names?: readonly string[]): readonly Fault[] {
  const known = FAULTS.map(({ name }) => name);
  const unknown = names?.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    refuse('faults', {
      code: 'LLMD-FAULT',
      got: show(unknown),
      expected: `one of ${known.join(', ')}`,
      remedy: 'leave it out for all of them',
    });
  }
  return FAULTS.filter(({ name }) => names?.includes(name) ?? true);
}

/** @param graceSeconds the pod's own, if it is left out */
async function deletePod(session: Session, tell: (what: string) => void, graceSeconds?: number): Promise<void> {
  const { cluster, pool } = session.target;
  const victim = nameOf((await session.readyPods())[0]);
  await cluster.delete(podsPath(pool.namespace, victim), graceSeconds);
  tell(`deleted pod ${victim}`);
  await gone(session, [victim], () => session.pods());
}

async function restart(session: Session, tell: (what: string) => void): Promise<void> {
  const old = (await session.pods()).map(nameOf);
  const annotations = { 'kubectl.kubernetes.io/restartedAt': new Date().toISOString() };
  await session.cluster.patch(pathOf(session.target.workload), { spec: { template: { metadata: { annotations } } } });
  tell(`restarted ${session.target.workload.name}`);
  await gone(session, old, () => session.pods());
}

async function restartPicker(session: Session, tell: (what: string) => void): Promise<void> {
  const { cluster, picker } = session.target;
  const { namespace } = picker.service.metadata;
  const pods = () => podsWith(cluster, namespace, picker.service.spec.selector);
  const old = (await pods()).map(nameOf);
  for (const pod of old) {
    await cluster.delete(podsPath(namespace, pod));
    tell(`deleted pod ${pod}`);
  }
  await gone(session, old, pods);
}

async function gone(session: Session, names: readonly string[], pods: () => Promise<any[]>): Promise<void> {
  const left = async () => (await pods()).map(nameOf).filter((name) => names.includes(name));
  await demand(`the end of ${names.join(', ')}`, session.timeout, left, ({ length }) => length === 0, session.signal);
}
