import { refuse } from '../errors';
import { show } from '../text/wording';
import { REPLICAS } from './replicas';
import { waitUntilOrFail } from './wait';
import type { Session } from './session';
import { nameOf, podsPath, podsWith } from './cluster/pods';
import { pathOf } from './target/workload';

/** A fault that an exercise causes in a running pool. */
export interface Fault {
  readonly name: string;
  /** Whether no request may fail because of it. */
  readonly isHarmless: boolean;
  /** Number of replicas when it is over. */
  readonly replicas: number;
  /** Causes the fault and returns when its steps are done; the pool may need longer to recover. */
  cause(session: Session, onStep: OnStep): Promise<void>;
}

/** Called with a description of each step: `deleted pod vllm-abc`. */
type OnStep = (description: string) => void;

/** All faults, in the order in which they happen. */
const FAULTS: readonly Fault[] = [
  { name: 'delete a pod', isHarmless: true, replicas: REPLICAS, cause: deletePod },
  {
    name: `scale ${REPLICAS} to 1`,
    isHarmless: true,
    replicas: 1,
    async cause(session, onStep) {
      await session.setReplicas(1);
      onStep('scaled to 1');
    },
  },
  { name: 'rolling restart', isHarmless: true, replicas: REPLICAS, cause: restart },
  {
    name: 'force-delete a pod',
    isHarmless: false,
    replicas: REPLICAS,
    cause: (session, onStep) => deletePod(session, onStep, 0),
  },
  {
    name: 'all pods gone',
    isHarmless: false,
    replicas: REPLICAS,
    async cause(session, onStep) {
      await session.setReplicas(0);
      onStep('scaled to 0');
      await waitUntilOrFail(
        'the end of all pods',
        session.timeout,
        () => session.pods(),
        (pods) => pods.length === 0,
        session.signal,
      );
      onStep('no pod is left');
      await session.setReplicas(REPLICAS);
      onStep(`scaled to ${REPLICAS}`);
    },
  },
  { name: 'endpoint picker restarted', isHarmless: false, replicas: REPLICAS, cause: restartPicker },
];

/**
 * The faults with these names, in the order in which they happen.
 *
 * @param names default: all faults
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

/** @param graceSeconds default: the pod's own grace period */
async function deletePod(session: Session, onStep: OnStep, graceSeconds?: number): Promise<void> {
  const { cluster, pool } = session.target;
  const pod = nameOf((await session.readyPods())[0]);
  await cluster.delete(podsPath(pool.namespace, pod), graceSeconds);
  onStep(`deleted pod ${pod}`);
  await waitUntilGone(session, [pod], () => session.pods());
}

async function restart(session: Session, onStep: OnStep): Promise<void> {
  const old = (await session.pods()).map(nameOf);
  const annotations = { 'kubectl.kubernetes.io/restartedAt': new Date().toISOString() };
  await session.cluster.patch(pathOf(session.target.workload), { spec: { template: { metadata: { annotations } } } });
  onStep(`restarted ${session.target.workload.name}`);
  await waitUntilGone(session, old, () => session.pods());
}

async function restartPicker(session: Session, onStep: OnStep): Promise<void> {
  const { cluster, picker } = session.target;
  const { namespace } = picker.service.metadata;
  const pods = () => podsWith(cluster, namespace, picker.service.spec.selector);
  const old = (await pods()).map(nameOf);
  for (const pod of old) {
    await cluster.delete(podsPath(namespace, pod));
    onStep(`deleted pod ${pod}`);
  }
  await waitUntilGone(session, old, pods);
}

async function waitUntilGone(session: Session, names: readonly string[], pods: () => Promise<any[]>): Promise<void> {
  const remaining = async () => (await pods()).map(nameOf).filter((name) => names.includes(name));
  await waitUntilOrFail(
    `the end of ${names.join(', ')}`,
    session.timeout,
    remaining,
    ({ length }) => length === 0,
    session.signal,
  );
}
