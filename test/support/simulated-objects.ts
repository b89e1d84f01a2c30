import type { Handler, Reply, Responder } from './simulated-api-server';

/** A kind of the simulated API server: `apps/v1`, `Deployment`, `deployments`. */
type Kind = readonly [apiVersion: string, kind: string, plural: string, isClusterWide?: boolean];

export const KINDS: readonly Kind[] = [
  ['v1', 'Namespace', 'namespaces', true],
  ['v1', 'ConfigMap', 'configmaps'],
  ['v1', 'Service', 'services'],
  ['apps/v1', 'Deployment', 'deployments'],
  ['apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'customresourcedefinitions', true],
];

/** The objects of a simulated API server: lists its kinds, and stores what is applied with the status of a controller. */
export class SimulatedObjects implements Responder {
  /** `Kind name` of each object that was applied, in order. */
  readonly applied: string[] = [];
  private readonly stored = new Map<string, object>();
  private versions = 0;

  /** @param statusOf the status that a controller would write */
  constructor(
    private readonly statusOf: (object: any) => object | undefined = () => undefined,
    private readonly kinds: readonly Kind[] = KINDS,
  ) {}

  at(path: string): Reply | Handler | undefined {
    const atRoot = this.kinds.filter(([apiVersion]) => rootOf(apiVersion) === path);
    if (atRoot.length > 0) return { resources: atRoot.map(resourceOf) };
    if (!this.kinds.some((kind) => isPathOf(kind, path))) return undefined;
    return (method, body) => (method === 'PATCH' ? this.apply(path, body) : (this.stored.get(path) ?? 404));
  }

  private apply(path: string, body: string): object {
    const object = JSON.parse(body);
    this.applied.push(`${object.kind} ${object.metadata.name}`);
    // As in a cluster, the version also moves when a field only gets another owner.
    const resourceVersion = String(++this.versions);
    const metadata = { ...object.metadata, resourceVersion, generation: 1 };
    const after = { ...object, metadata, status: this.statusOf(object) };
    this.stored.set(path, after);
    return after;
  }
}

function rootOf(apiVersion: string): string {
  return apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}

function resourceOf([, kind, name, isClusterWide = false]: Kind): object {
  return { kind, name, namespaced: !isClusterWide };
}

/** Whether a path is that of one object of a kind. */
function isPathOf([apiVersion, , plural, isClusterWide = false]: Kind, path: string): boolean {
  const scope = isClusterWide ? '' : '/namespaces/[^/]+';
  return new RegExp(`^${rootOf(apiVersion)}${scope}/${plural}/[^/?]+$`).test(path);
}
