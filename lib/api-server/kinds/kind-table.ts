/** A kind of object, as `npm run import` knows it. */
export interface KindEntry {
  readonly namespaced: boolean;
  /** Versions that a cluster serves. */
  readonly versions: readonly string[];
  /** Versions that exist, but which a cluster serves only where somebody turns them on. */
  readonly off?: readonly string[];
  /** For kinds that are asked rather than stored: a review, a binding. */
  readonly nameless?: true;
  /** Name of the file in `imports/schemas` that has its schema. */
  readonly schema?: string;
}

/** What `imports/kinds.json` holds: group -> kind. The core group is `''`. */
export interface KindTable {
  readonly [group: string]: { readonly [kind: string]: KindEntry };
}
