import type { Cluster } from '../cluster/cluster';

/** `app=vllm,role=decode`, as a query of the API wants it. */
export function labelSelector(labels: { readonly [key: string]: string }): string {
  return encodeURIComponent(
    Object.entries(labels)
      .map(([key, value]) => `${key}=${value}`)
      .join(','),
  );
}

/** Where pods are in the API; with a name, one of them. */
export function podsPath(namespace: string, name?: string): string {
  const pods = `/api/v1/namespaces/${namespace}/pods`;
  return name === undefined ? pods : `${pods}/${name}`;
}

/** Where the API server passes on what an HTTP server in a pod answers. */
export function podProxyPath(namespace: string, name: string, port: number, path: string): string {
  return `${podsPath(namespace, name)}:${port}/proxy${path}`;
}

/** The pods with these labels, oldest first. */
export async function podsWith(
  cluster: Cluster,
  namespace: string,
  labels: { readonly [key: string]: string },
): Promise<any[]> {
  const path = `${podsPath(namespace)}?labelSelector=${labelSelector(labels)}`;
  const pods: any[] = (await cluster.get(path)).items;
  return pods.sort((one, other) => (one.metadata.creationTimestamp < other.metadata.creationTimestamp ? -1 : 1));
}

/** Whether a pod is ready, and not on its way out. */
export function isReady({ metadata, status }: any): boolean {
  const conditions: any[] = status?.conditions ?? [];
  return metadata.deletionTimestamp === undefined && conditions.some(isTrue);
}

function isTrue({ type, status }: any): boolean {
  return type === 'Ready' && status === 'True';
}

export function nameOf({ metadata }: any): string {
  return metadata.name;
}
