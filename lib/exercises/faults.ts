import { refuse } from '../errors';
import { show } from '../text/wording';
import { REPLICAS } from './replicas';
import { waitUntilOrFail } from './wait';
import type { Session } from './session';
import { nameOf, podsPath, podsWith } from './cluster/pods';
import { rolloutGaps } from './target/rollout-gaps';
import { pathOf, pickerWorkload, type Workload } from './target/workload';

/** A fault that an exercise causes in a running pool. */
export interface Fault {
  readonly name: string;
  /** Whether no request may fail because of it. */
  readonly isHarmless: boolean;
  /** Number of replicas when it is over. */
  readonly replicas: number;
  /** What the manifests lack for no request to fail. Default: what a model server lacks for its drain. */
  gaps?(session: Session): Promise<readonly string[]>;
  /** Causes the fault and returns when its steps are done; the pool may need longer to recover. */
  cause(session: Session, onStep: OnStep): Promise<void>;
}

/** Called with a description of each step: `deleted pod vllm-abc`. */
type OnStep = (description: string) => void;
/** Reads the pods that a fault is about. */
type Pods = () => Promise<any[]>;

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
  {
    name: 'rolling restart',
    isHarmless: true,
    replicas: REPLICAS,
    cause: (session, onStep) => restart(session, onStep, session.target.workload, () => session.pods()),
  },
  {
    name: 'picker-rollout',
    isHarmless: true,
    replicas: REPLICAS,
    gaps: async ({ cluster, target }) => rolloutGaps(cluster, await pickerWorkload(cluster, target.picker.service)),
    cause: rollOutPicker,
  },
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
  session.signal.throwIfAborted();
  await cluster.delete(podsPath(pool.namespace, pod), graceSeconds);
  onStep(`deleted pod ${pod}`);
  await waitUntilGone(session, [pod], () => session.pods());
}

/** Replaces the pods of a workload as `kubectl rollout restart` does. The annotation stays, as kubectl leaves it. */
async function restart(session: Session, onStep: OnStep, workload: Workload, pods: Pods): Promise<void> {
  const old = (await pods()).map(nameOf);
  const annotations = { 'kubectl.kubernetes.io/restartedAt': new Date().toISOString() };
  await session.cluster.patch(pathOf(workload), { spec: { template: { metadata: { annotations } } } });
  onStep(`restarted ${workload.name}`);
  await waitUntilGone(session, old, pods);
}

async function rollOutPicker(session: Session, onStep: OnStep): Promise<void> {
  const workload = await pickerWorkload(session.cluster, session.target.picker.service);
  await restart(session, onStep, workload, () => pickerPods(session));
}

async function restartPicker(session: Session, onStep: OnStep): Promise<void> {
  const { cluster, picker } = session.target;
  const pods = () => pickerPods(session);
  const old = (await pods()).map(nameOf);
  for (const pod of old) {
    await cluster.delete(podsPath(picker.service.metadata.namespace, pod));
    onStep(`deleted pod ${pod}`);
  }
  await waitUntilGone(session, old, pods);
}

function pickerPods({ cluster, target }: Session): Promise<any[]> {
  const { metadata, spec } = target.picker.service;
  return podsWith(cluster, metadata.namespace, spec.selector);
}

async function waitUntilGone(session: Session, names: readonly string[], pods: Pods): Promise<void> {
  const remaining = async () => (await pods()).map(nameOf).filter((name) => names.includes(name));
  await waitUntilOrFail(
    `the end of ${names.join(', ')}`,
    session.timeout,
    remaining,
    ({ length }) => length === 0,
    session.signal,
  );
}
