import type { Handler, Paths } from './simulated-api-server';

/** A kind that a simulated cluster knows: `apps/v1`, `Deployment`, `deployments`. */
type Kind = readonly [apiVersion: string, kind: string, plural: string, isClusterWide?: boolean];

export const KINDS: readonly Kind[] = [
  ['v1', 'Namespace', 'namespaces', true],
  ['v1', 'ConfigMap', 'configmaps'],
  ['v1', 'Service', 'services'],
  ['apps/v1', 'Deployment', 'deployments'],
  ['apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'customresourcedefinitions', true],
];

/** Objects that stay as they are applied, with what a controller would add; and what was applied, in order. */
export class SimulatedCluster {
  readonly applied: string[] = [];
  private readonly stored = new Map<string, { metadata: object }>();
  private versions = 0;

  /** @param statusOf what controllers make of an object */
  constructor(
    private readonly statusOf: (object: any) => object | undefined = () => undefined,
    private readonly kinds: () => readonly Kind[] = () => KINDS,
  ) {}

  /** What is at its paths, and what a test adds. */
  paths(names: readonly (readonly [plural: string, name: string])[], more: Paths = {}): Paths {
    const roots = [...new Set(this.kinds().map(([apiVersion]) => apiVersion))];
    const found: { [path: string]: Handler } = {};
    for (const apiVersion of roots) found[rootOf(apiVersion)] = () => ({ resources: this.resourcesOf(apiVersion) });
    for (const [plural, name] of names) {
      const [apiVersion, , , isClusterWide = false] = this.kinds().find((kind) => kind[2] === plural)!;
      const scope = isClusterWide ? '' : '/namespaces/default';
      const path = `${rootOf(apiVersion)}${scope}/${plural}/${name}`;
      found[path] = (method, body) => (method === 'PATCH' ? this.apply(path, body) : (this.stored.get(path) ?? 404));
    }
    return { ...found, ...more };
  }

  private resourcesOf(apiVersion: string): object[] {
    const kinds = this.kinds().filter((kind) => kind[0] === apiVersion);
    return kinds.map(([, kind, name, isClusterWide = false]) => ({ kind, name, namespaced: !isClusterWide }));
  }

  private apply(path: string, body: string): object {
    const object = JSON.parse(body);
    this.applied.push(`${object.kind} ${object.metadata.name}`);
    // As with a real one: the version moves although nothing else does, when a field gets another owner.
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
