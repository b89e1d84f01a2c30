import { refuse } from '../../errors';
import type { Cluster } from '../cluster/cluster';
import { pause } from '../wait';
import type { Applied } from './apply';
import { type KubernetesObject, titleOf } from './objects';
import { readinessOf } from './readiness';
import { troublesOf } from './troubles';

/** Milliseconds between two looks. */
const PAUSE = 500;

/** How long to wait, and whom to tell meanwhile. */
export interface Patience {
  readonly seconds: number;
  readonly signal?: AbortSignal;
  /** The first of those that are not ready yet. */
  onWait(applied: Applied, state: string): void;
  onReady(applied: Applied): void;
}

interface Unready {
  readonly applied: Applied;
  /** As the cluster has it now. */
  readonly found: KubernetesObject | undefined;
  readonly state: string;
}

/** Waits until all of these are ready. What does not become so is an error that says why, as far as its status does. */
export async function waitReady(cluster: Cluster, all: readonly Applied[], patience: Patience): Promise<void> {
  const start = performance.now();
  let rest = all;
  for (;;) {
    const unready: Unready[] = [];
    for (const applied of rest) {
      const found = (await cluster.find(applied.path)) as KubernetesObject | undefined;
      const { isReady, state } = readinessOf(found);
      if (isReady) patience.onReady(applied);
      else unready.push({ applied, found, state });
    }
    if (unready.length === 0) return;
    const [first] = unready;
    if (performance.now() - start >= patience.seconds * 1000) await refuseLate(cluster, first, patience.seconds);
    patience.onWait(first.applied, first.state);
    rest = unready.map(({ applied }) => applied);
    await pause(PAUSE, patience.signal);
  }
}

/** What helps, by what is said. */
const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [/ImagePullBackOff|ErrImagePull|ErrImageNeverPull/, 'check the name of the image, and that the nodes may pull it'],
  [
    /Insufficient|Unschedulable|nodes are available/,
    'give the cluster a node with room, or ask for less in the folder',
  ],
  [/CrashLoopBackOff|exit code/, 'see why it ends with `kubectl logs --previous`'],
  [/forbidden|quota/, 'let the namespace admit these pods'],
];

async function refuseLate(cluster: Cluster, { applied, found, state }: Unready, seconds: number): Promise<never> {
  const troubles = found === undefined ? [] : await troublesOf(cluster, found);
  const got = [state, ...troubles].join('; ');
  const { kind, metadata } = applied.object;
  const scope = metadata.namespace === undefined ? '' : ` -n ${metadata.namespace}`;
  const known = REMEDIES.find(([words]) => words.test(got))?.[1];
  refuse(titleOf(applied.object), {
    code: 'LLMD-GUIDE-WAIT',
    got: `${got}, after ${seconds} s`,
    expected: 'it to be ready by then',
    remedy: `${known ?? `see \`kubectl describe ${kind.toLowerCase()} ${metadata.name}${scope}\``}, or wait longer with --timeout`,
  });
}
