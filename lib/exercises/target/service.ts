import type { Cluster } from '../cluster/cluster';
import type { Backend } from '../cluster/tunnel';
import { isReady, nameOf, podsWith } from '../cluster/pods';

/** A ready pod behind a port of a Service, with the port of the pod; undefined if no pod is ready. */
export async function backendOf(cluster: Cluster, service: any, port: number): Promise<Backend | undefined> {
  const { namespace } = service.metadata;
  const selector = service.spec?.selector;
  const entry = (service.spec?.ports ?? []).find((candidate: any) => candidate.port === port);
  if (selector === undefined || entry === undefined) return undefined;
  const pod = (await podsWith(cluster, namespace, selector)).filter(isReady).at(-1);
  const target = pod && containerPort(pod, entry.targetPort ?? port);
  return target === undefined ? undefined : { namespace, pod: nameOf(pod), port: target };
}

function containerPort({ spec = {} }: any, target: string | number): number | undefined {
  if (typeof target === 'number') return target;
  const containers: any[] = [...(spec.containers ?? []), ...(spec.initContainers ?? [])];
  return containers.flatMap(({ ports = [] }) => ports).find(({ name }: any) => name === target)?.containerPort;
}
