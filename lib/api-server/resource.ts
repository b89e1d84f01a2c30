import type { Path } from '../text/path';

/** An object to check: any YAML, from a file or from a construct. */
export interface Input {
  /** The parsed YAML. May be any value. */
  readonly object: unknown;
  readonly origin?: Origin;
}

/** The origin of an object. */
export interface Origin {
  readonly file?: string;
  /** Which YAML document of the file, from 1. */
  readonly document?: number;
  readonly construct?: string;
  /**
   * The line in the file, from 1, of a place in the object.
   *
   * @param lineOfText which line of the text at this place is meant, from 1; by default its beginning
   */
  lineOf?(path: Path, lineOfText?: number): number | undefined;
}

/** A Kubernetes object, prepared for rules. */
export interface Resource {
  /** Empty for the core group. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  /** `default` if a namespaced object has none, as with kubectl; undefined for cluster-scoped kinds. */
  readonly namespace?: string;
  readonly name: string;
  /**
   * The object with the API's defaults. Every field has its type: fields with a wrong type were reported and removed
   * (in lists: replaced by an empty value). Required fields may still be missing.
   */
  readonly object: any;
  readonly origin: Origin;
}

/** The fields that identify an object in a cluster. */
export type Identity = Pick<Resource, 'group' | 'kind' | 'namespace' | 'name'>;

/** `group/Kind namespace/name`: equal for objects with the same identity. */
export function keyOf({ group, kind, namespace = '', name }: Identity): string {
  return `${group}/${kind} ${namespace}/${name}`;
}

/** The name of an object for messages: `Deployment default/vllm`. */
export function showResource({ kind, namespace, name }: Pick<Resource, 'kind' | 'namespace' | 'name'>): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

/** The identity of an object as far as its fields are valid. */
export function identityOf(object: unknown): Partial<Identity> {
  const { kind, metadata } = (object ?? {}) as any;
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return { kind: text(kind), namespace: text(metadata?.namespace), name: text(metadata?.name) };
}
