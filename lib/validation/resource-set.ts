import { type Identity, keyOf, type Resource } from '../api-server/resource';

/** An object whose identity another object of the set has already. */
export interface Duplicate {
  readonly resource: Resource;
  readonly first: Resource;
}

/** The objects that are applied together. */
export class ResourceSet {
  /** Each object once: the first, where there are several with its identity. */
  readonly resources: readonly Resource[];
  readonly duplicates: readonly Duplicate[];

  private readonly byKey = new Map<string, Resource>();
  private readonly byKind = new Map<string, Resource[]>();
  private readonly views = new Map<View<unknown>, unknown>();

  private readonly external: ReadonlySet<string>;
  /** Id of the endpoint picker's release, where an option names it. */
  readonly release?: string;

  /** @param all objects, in their order */
  constructor(
    all: readonly Resource[],
    { release, external = [] }: { readonly release?: string; readonly external?: readonly Identity[] } = {},
  ) {
    this.release = release;
    this.external = new Set(external.map(keyOf));
    const [resources, duplicates]: [Resource[], Duplicate[]] = [[], []];
    for (const resource of all) {
      const key = keyOf(resource);
      const first = this.byKey.get(key);
      // An object with generateName gets a name of its own from the API server.
      if (first !== undefined && resource.name !== '') {
        duplicates.push({ resource, first });
        continue;
      }
      resources.push(resource);
      if (first === undefined) this.byKey.set(key, resource);
      const kind = `${resource.group}/${resource.kind}`;
      const others = this.byKind.get(kind);
      if (others === undefined) this.byKind.set(kind, [resource]);
      else others.push(resource);
    }
    this.resources = resources;
    this.duplicates = duplicates;
  }

  /** The objects of a kind. The core group is `''`. */
  ofKind(group: string, kind: string): readonly Resource[] {
    return this.byKind.get(`${group}/${kind}`) ?? [];
  }

  /** The object with this identity. */
  find(identity: Identity): Resource | undefined {
    return this.byKey.get(keyOf(identity));
  }

  /** Whether an object is in the set, or is known to be in the cluster. */
  has(identity: Identity): boolean {
    const [key, anywhere] = [keyOf(identity), keyOf({ ...identity, namespace: undefined })];
    return this.byKey.has(key) || this.external.has(key) || this.external.has(anywhere);
  }

  /** The result of `view` for this set, computed once. */
  view<Result>(view: View<Result>): Result {
    if (!this.views.has(view)) this.views.set(view, view(this));
    return this.views.get(view) as Result;
  }
}

/** Computes something that several rules need of a set, such as all pod templates. */
export type View<Result> = (set: ResourceSet) => Result;
