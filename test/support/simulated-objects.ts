import { isDeepStrictEqual } from 'node:util';
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

/**
 * The objects of a simulated API server: lists its kinds, and stores what is applied with the status of a controller.
 * The managers of an object own its whole spec.
 */
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
    return (method, body, query) =>
      method === 'PATCH' ? this.apply(path, body, query) : (this.stored.get(path) ?? 404);
  }

  /** Stores an object whose spec this manager owns, with the status of a controller. */
  put(path: string, object: any, manager: string): this {
    const metadata = { ...object.metadata, managedFields: [ownerOfSpec(manager, 'Update')] };
    this.stored.set(path, { ...object, metadata, status: this.statusOf(object) });
    return this;
  }

  /** Changes the spec of an object as another manager. */
  addManager(path: string, manager: string, spec: object): void {
    const { metadata, ...rest } = this.get(path);
    const managedFields = [...metadata.managedFields, ownerOfSpec(manager, 'Update')];
    this.stored.set(path, { ...rest, spec, metadata: { ...metadata, managedFields } });
  }

  /** The object at a path. */
  get(path: string): any {
    return this.stored.get(path);
  }

  private apply(path: string, body: string, query: URLSearchParams): object {
    const object = JSON.parse(body);
    const others = this.othersWithSpec(path, object);
    const isForced = query.get('force') === 'true';
    if (others.length > 0 && !isForced) return conflictWith(others);
    // As in a cluster, the version also moves when a field only gets another owner.
    const resourceVersion = String(++this.versions);
    const managedFields = [ownerOfSpec(query.get('fieldManager')!, 'Apply')];
    const metadata = { ...object.metadata, resourceVersion, generation: 1, managedFields };
    const after = { ...object, metadata, status: this.statusOf(object) };
    if (query.has('dryRun')) return after;
    this.applied.push(`${object.kind} ${object.metadata.name}${others.length > 0 ? ' by force' : ''}`);
    this.stored.set(path, after);
    return after;
  }

  /** The other managers of the stored object, if its spec differs. */
  private othersWithSpec(path: string, { spec }: any): string[] {
    const found = this.stored.get(path) as any;
    if (found === undefined || isDeepStrictEqual(found.spec, spec)) return [];
    const managers: string[] = found.metadata.managedFields.map((entry: any) => entry.manager);
    return managers.filter((manager) => manager !== 'cdk8s-llm-d');
  }
}

function ownerOfSpec(manager: string, operation: string): object {
  return { manager, operation, fieldsV1: { 'f:spec': {} } };
}

/** The answer of an API server to fields that other managers own. */
function conflictWith(managers: readonly string[]): object {
  const causes = managers.map((manager) => ({
    reason: 'FieldManagerConflict',
    message: `conflict with "${manager}" using apps/v1`,
    field: '.spec',
  }));
  return { kind: 'Status', code: 409, message: 'Apply failed', details: { causes } };
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
