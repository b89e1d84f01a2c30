import { refuse } from '../../errors';
import type { Cluster } from '../cluster/cluster';
import { pause } from '../wait';
import type { AppliedObject } from './apply';
import { type KubernetesObject, titleOf } from './objects';
import { readinessOf } from './readiness';
import { unreadyReasons } from './unready-reasons';

/** Milliseconds between two reads of the status. */
const PAUSE = 500;

/** Options of `waitReady`. */
export interface WaitOptions {
  /** Seconds to wait at most. */
  readonly seconds: number;
  readonly signal?: AbortSignal;
  /** Called after each read with the first object that is not ready yet. */
  onWait(applied: AppliedObject, state: string): void;
  /** Called when an object is ready. */
  onReady(applied: AppliedObject): void;
}

interface Unready {
  readonly applied: AppliedObject;
  /** The object in the cluster; undefined if it is not there. */
  readonly found: KubernetesObject | undefined;
  readonly state: string;
}

/** Waits until all objects are ready. If one is not in time, fails with the reasons in its status and its pods' status. */
export async function waitReady(cluster: Cluster, all: readonly AppliedObject[], options: WaitOptions): Promise<void> {
  const start = performance.now();
  let rest = all;
  for (;;) {
    const unready: Unready[] = [];
    for (const applied of rest) {
      const found = (await cluster.find(applied.path, 'metadata.name')) as KubernetesObject | undefined;
      const { isReady, state } = readinessOf(found);
      if (isReady) options.onReady(applied);
      else unready.push({ applied, found, state });
    }
    if (unready.length === 0) return;
    const [first] = unready;
    if (performance.now() - start >= options.seconds * 1000) await refuseLate(cluster, first, options.seconds);
    options.onWait(first.applied, first.state);
    rest = unready.map(({ applied }) => applied);
    await pause(PAUSE, options.signal);
  }
}

/** Remedies by the words of a status. */
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
  const reasons = found === undefined ? [] : await unreadyReasons(cluster, found);
  const got = [state, ...reasons].join('; ');
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
