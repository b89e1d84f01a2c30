import { refuse } from '../errors';
import { pathOf, scaleCommand, type Workload } from './target/workload';
import type { Cluster } from './cluster/cluster';
import { show } from '../text/wording';

/** The annotation in which a workload keeps its former state while an exercise changes it. */
const ANNOTATION = 'exercises.cdk8s-llm-d/former-state';

/** What an exercise must set back. */
export interface FormerState {
  /** Who changes it. */
  readonly holder: string;
  /** Start of the changes in ISO 8601. */
  readonly since: string;
  readonly replicas: number;
}

/** The former state that a workload says; undefined if no exercise changes it. */
export async function formerStateOf(cluster: Cluster, workload: Workload): Promise<FormerState | undefined> {
  const { metadata } = await cluster.get(pathOf(workload), 'metadata');
  const text: unknown = metadata.annotations?.[ANNOTATION];
  if (typeof text !== 'string') return undefined;
  const state = parsed(text);
  if (Number.isSafeInteger(state?.replicas) && state.replicas >= 0) return state as FormerState;
  refuse(`${workload.kind} ${workload.namespace}/${workload.name}`, {
    code: 'LLMD-EXERCISE-LEFT',
    got: `the annotation ${ANNOTATION} ${show(text)}`,
    expected: 'what an exercise writes: {"replicas":2,…}',
    remedy: `scale the workload as it should be, and run \`${forgetCommand(workload)}\``,
  });
}

/** Writes the former state to a workload, or removes it. */
export async function writeFormerState(cluster: Cluster, workload: Workload, state?: FormerState): Promise<void> {
  const value = state === undefined ? null : JSON.stringify(state);
  await cluster.patch(pathOf(workload), { metadata: { annotations: { [ANNOTATION]: value } } });
}

/** The command that removes the former state by hand. */
export function forgetCommand({ kind, namespace, name }: Workload): string {
  return `kubectl annotate ${kind.toLowerCase()}/${name} -n ${namespace} ${ANNOTATION}-`;
}

/** Refuses a workload whose former state may be out of date: its Lease is gone, or a rollback revived the annotation. */
export function refuseLeft(workload: Workload, { holder, since, replicas }: FormerState): never {
  refuse(`${workload.kind} ${workload.namespace}/${workload.name}`, {
    code: 'LLMD-EXERCISE-LEFT',
    got: `the annotation of an exercise of ${holder} since ${since}, without the Lease of that exercise`,
    expected: 'a workload that no exercise has left changed',
    remedy: `run \`${scaleCommand(workload, replicas)}\` if it should have as many replicas, and \`${forgetCommand(workload)}\``,
  });
}

function parsed(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
