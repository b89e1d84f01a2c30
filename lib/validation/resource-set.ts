import { type Identity, keyOf, type Resource } from './resource';

/** Everything that is applied together, as rules see it. */
export class ResourceSet {
  private readonly byKey = new Map<string, Resource>();
  private readonly byKind = new Map<string, Resource[]>();
  private readonly views = new Map<View<unknown>, unknown>();

  private readonly external: ReadonlySet<string>;
  /** Id of the endpoint picker's release, when somebody said so. */
  readonly release?: string;

  /** @param resources in the order they came */
  constructor(
    readonly resources: readonly Resource[],
    { release, external = [] }: { readonly release?: string; readonly external?: readonly Identity[] } = {},
  ) {
    this.release = release;
    this.external = new Set(external.map(keyOf));
    for (const resource of resources) {
      const key = keyOf(resource);
      if (!this.byKey.has(key)) this.byKey.set(key, resource);
      const kind = `${resource.group}/${resource.kind}`;
      const others = this.byKind.get(kind);
      if (others === undefined) this.byKind.set(kind, [resource]);
      else others.push(resource);
    }
  }

  /** The objects of a kind. The core group is `''`. */
  ofKind(group: string, kind: string): readonly Resource[] {
    return this.byKind.get(`${group}/${kind}`) ?? [];
  }

  /** The object with this identity; the first, where there are two. */
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
