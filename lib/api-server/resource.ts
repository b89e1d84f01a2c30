import type { Path } from '../text/path';

/** An object as it comes in: any YAML, from a file or from a construct. */
export interface Input {
  /** What the YAML says. May be anything. */
  readonly object: unknown;
  readonly origin?: Origin;
}

/** Where an object comes from. */
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

/** A Kubernetes object, as rules see it. */
export interface Resource {
  /** Empty for the core group. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  /** `default` where a namespaced object says nothing, as with kubectl; undefined for kinds without a namespace. */
  readonly namespace?: string;
  readonly name: string;
  /**
   * The object with the API's defaults. Every field has its type: what had a wrong one was reported before and is gone
   * (in lists: replaced by an empty value). Fields that the API requires may be missing all the same.
   */
  readonly object: any;
  readonly origin: Origin;
}

/** What identifies an object in a cluster. */
export type Identity = Pick<Resource, 'group' | 'kind' | 'namespace' | 'name'>;

/** `group/Kind namespace/name`, the same for two objects that are one in a cluster. */
export function keyOf({ group, kind, namespace = '', name }: Identity): string {
  return `${group}/${kind} ${namespace}/${name}`;
}

/** An object as people call it: `Deployment default/vllm`. */
export function showResource({ kind, namespace, name }: Pick<Resource, 'kind' | 'namespace' | 'name'>): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

/** What an object says of itself, however broken it is. */
export function identityOf(object: unknown): Partial<Identity> {
  const { kind, metadata } = (object ?? {}) as any;
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return { kind: text(kind), namespace: text(metadata?.namespace), name: text(metadata?.name) };
}
