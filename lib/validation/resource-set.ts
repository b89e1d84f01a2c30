import { type Identity, keyOf, type Resource } from '../api-server/resource';

/** An object that is there again: a cluster would hold one of the two. */
export interface Duplicate {
  readonly resource: Resource;
  readonly first: Resource;
}

/** Everything that is applied together, as rules see it. */
export class ResourceSet {
  /** Each object once: the first, where there are several with its identity. */
  readonly resources: readonly Resource[];
  readonly duplicates: readonly Duplicate[];

  private readonly byKey = new Map<string, Resource>();
  private readonly byKind = new Map<string, Resource[]>();
  private readonly views = new Map<View<unknown>, unknown>();

  private readonly external: ReadonlySet<string>;
  /** Id of the endpoint picker's release, when somebody said so. */
  readonly release?: string;

  /** @param all in the order they came */
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
      // What gets its name from the API server is never there twice.
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

  /** What `view` derives from this set, derived once. */
  view<Result>(view: View<Result>): Result {
    if (!this.views.has(view)) this.views.set(view, view(this));
    return this.views.get(view) as Result;
  }
}

/** Derives something from a set that several rules need, such as all pod templates. */
export type View<Result> = (set: ResourceSet) => Result;
