/** Metadata that we set; the rest is a user's to patch. */
export interface Metadata {
  /** Name, checked. */
  readonly name: string;
  /** Namespace, resolved. */
  readonly namespace: string;
  /** Labels of the object. */
  readonly labels: { readonly [key: string]: string };
}
