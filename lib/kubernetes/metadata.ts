/** Name, namespace and labels of an object. Other metadata can be added by patches. */
export interface Metadata {
  /** Name, RFC 1123. */
  readonly name: string;
  /** Namespace. */
  readonly namespace: string;
  /** Labels of the object. */
  readonly labels: { readonly [key: string]: string };
}
