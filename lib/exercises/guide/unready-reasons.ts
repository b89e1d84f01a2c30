import type { Cluster } from '../cluster/cluster';
import { podsWith } from '../cluster/pods';
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

/** The reasons why pods of a workload do not run, in the words of their status. */
export async function unreadyReasons(cluster: Cluster, object: KubernetesObject): Promise<string[]> {
  const { metadata, spec, status } = object;
  const labels = spec?.selector?.matchLabels;
  if (labels === undefined || !['Deployment', 'StatefulSet'].includes(object.kind)) return [];
  // The newest pods come first: a rollout waits for them.
  const pods = (await podsWith(cluster, metadata.namespace ?? 'default', labels)) as Pod[];
  const failures = (status?.conditions ?? []).filter((it) => it.type === 'ReplicaFailure' && it.status === 'True');
  const reasons = [
    ...failures.map(({ reason, message }) => `${reason}: ${message}`),
    ...pods.reverse().flatMap(reasonsOfPod),
  ];
  return [...new Set(reasons)];
}

function reasonsOfPod({ metadata, status = {} }: Pod): string[] {
  const { conditions = [], containerStatuses = [], initContainerStatuses = [] } = status;
  const unscheduled = conditions
    .filter(({ type, status: is }) => type === 'PodScheduled' && is === 'False')
    .map(({ message }) => `pod ${metadata.name} is Pending: ${message}`);
  const containers = [...initContainerStatuses, ...containerStatuses].flatMap((container) =>
    reasonsOfContainer(container).map((words) => `pod ${metadata.name}, container ${container.name}: ${words}`),
  );
  return [...unscheduled, ...containers];
}

function reasonsOfContainer({ state }: Container): string[] {
  const { waiting, terminated } = state ?? {};
  // A container that waits for the init containers has no reason of its own.
  if (waiting?.reason === 'PodInitializing') return [];
  if (waiting !== undefined) return [[waiting.reason, waiting.message].filter(Boolean).join(': ')];
  return terminated === undefined || terminated.exitCode === 0
    ? []
    : [`${terminated.reason}, exit code ${terminated.exitCode}`];
}
