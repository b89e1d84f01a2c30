import { getList, type Stored } from './kubectl';

/** Pods of a workload that are ready and not terminating, oldest first. */
export async function readyPods(namespace: string, app: string): Promise<Stored[]> {
  const pods = await getList('pods', '-n', namespace, '-l', `app=${app}`, '--sort-by=.metadata.creationTimestamp');
  return pods.filter(({ metadata, status }) => !metadata.deletionTimestamp && isReady(status));
}

/** Their names. */
export async function readyPodNames(namespace: string, app: string): Promise<string[]> {
  return (await readyPods(namespace, app)).map(({ metadata }) => metadata.name);
}

function isReady(status: { conditions?: { type: string; status: string }[] }): boolean {
  return status.conditions?.some((condition) => condition.type === 'Ready' && condition.status === 'True') ?? false;
}
