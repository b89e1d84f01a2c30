/** A kind of object, as `npm run import` found it. */
export interface KindEntry {
  readonly namespaced: boolean;
  /** Versions that a cluster serves. */
  readonly versions: readonly string[];
  /** Versions that a cluster serves only if they are enabled. */
  readonly off?: readonly string[];
  /** For kinds that are not stored and need no name, such as reviews and bindings. */
  readonly nameless?: true;
  /** Name of the file in `imports/schemas` with the schema; undefined if there is none. */
  readonly schema?: string;
}

/** What `imports/kinds.json` holds: group -> kind. The core group is `''`. */
export interface KindTable {
  readonly [group: string]: { readonly [kind: string]: KindEntry };
}
