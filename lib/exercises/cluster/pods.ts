import type { Cluster } from './cluster';

/** Labels as the label selector of a query: `app=vllm,role=decode`, encoded for a URL. */
export function labelSelector(labels: { readonly [key: string]: string }): string {
  return encodeURIComponent(
    Object.entries(labels)
      .map(([key, value]) => `${key}=${value}`)
      .join(','),
  );
}

/** The path of a namespace's pods in the API, or of one pod. */
export function podsPath(namespace: string, name?: string): string {
  const pods = `/api/v1/namespaces/${namespace}/pods`;
  return name === undefined ? pods : `${pods}/${name}`;
}

/** The path at which the API server is a proxy to an HTTP server in a pod. */
export function podProxyPath(namespace: string, name: string, port: number, path: string): string {
  return `${podsPath(namespace, name)}:${port}/proxy${path}`;
}

/** The fields of a pod that are read, for which its answers are checked. */
export const POD_FIELDS = [
  'metadata.name',
  'metadata.ownerReferences?[].name',
  'spec?.containers?[].ports?[]',
  'spec?.initContainers?[].ports?[]',
  'status?.conditions?[].type',
  'status?.containerStatuses?[]',
];

/** The pods with these labels, oldest first. */
export async function podsWith(
  cluster: Cluster,
  namespace: string,
  labels: { readonly [key: string]: string },
): Promise<any[]> {
  const path = `${podsPath(namespace)}?labelSelector=${labelSelector(labels)}`;
  const pods = (await cluster.list(path, ...POD_FIELDS)) ?? [];
  return pods.sort((one, other) => (one.metadata.creationTimestamp < other.metadata.creationTimestamp ? -1 : 1));
}

/** Whether a pod is ready and not being deleted. */
export function isReady({ metadata, status }: any): boolean {
  const conditions: any[] = status?.conditions ?? [];
  return metadata.deletionTimestamp === undefined && conditions.some(isTrue);
}

function isTrue({ type, status }: any): boolean {
  return type === 'Ready' && status === 'True';
}

/** The name of an object. */
export function nameOf({ metadata }: any): string {
  return metadata.name;
}
