import type { Cluster } from '../cluster/cluster';
import { podsWith } from '../target/pods';
import type { Condition, KubernetesObject } from './objects';

interface Pod {
  readonly metadata: { readonly name: string };
  readonly status?: {
    readonly conditions?: readonly Condition[];
    readonly containerStatuses?: readonly Container[];
    readonly initContainerStatuses?: readonly Container[];
  };
}

interface Container {
  readonly name: string;
  readonly state?: {
    readonly waiting?: { readonly reason?: string; readonly message?: string };
    readonly terminated?: { readonly reason?: string; readonly exitCode: number };
  };
}

/** What keeps the pods of a workload from running, in Kubernetes' words; empty where nothing does. */
export async function troublesOf(cluster: Cluster, object: KubernetesObject): Promise<string[]> {
  const { metadata, spec, status } = object;
  const labels = spec?.selector?.matchLabels;
  if (labels === undefined || !['Deployment', 'StatefulSet'].includes(object.kind)) return [];
  // The newest first: they are what a rollout waits for.
  const pods = (await podsWith(cluster, metadata.namespace ?? 'default', labels)) as Pod[];
  const failures = (status?.conditions ?? []).filter((it) => it.type === 'ReplicaFailure' && it.status === 'True');
  const said = [
    ...failures.map(({ reason, message }) => `${reason}: ${message}`),
    ...pods.reverse().flatMap(troublesOfPod),
  ];
  return [...new Set(said)];
}

function troublesOfPod({ metadata, status = {} }: Pod): string[] {
  const { conditions = [], containerStatuses = [], initContainerStatuses = [] } = status;
  const unscheduled = conditions
    .filter(({ type, status: is }) => type === 'PodScheduled' && is === 'False')
    .map(({ message }) => `pod ${metadata.name} is Pending: ${message}`);
  const containers = [...initContainerStatuses, ...containerStatuses].flatMap((container) =>
    wordsOf(container).map((words) => `pod ${metadata.name}, container ${container.name}: ${words}`),
  );
  return [...unscheduled, ...containers];
}

function wordsOf({ state }: Container): string[] {
  const { waiting, terminated } = state ?? {};
  // Init containers end, and later ones wait for them: that is no trouble.
  if (waiting?.reason === 'PodInitializing') return [];
  if (waiting !== undefined) return [[waiting.reason, waiting.message].filter(Boolean).join(': ')];
  return terminated === undefined || terminated.exitCode === 0
    ? []
    : [`${terminated.reason}, exit code ${terminated.exitCode}`];
}
