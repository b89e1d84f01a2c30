import type { IConstruct } from 'constructs';
import { checkedAnnotations } from '../names';
import type { Check, Checks } from '../options/check';
import { anyText, optionsOf, required } from '../options/checks';
import { annotations, labels } from './option-checks';

/** Name, namespace and labels of an object. Other metadata can be added by patches. */
export interface Metadata {
  /** Name, RFC 1123. */
  readonly name: string;
  /** Namespace. */
  readonly namespace: string;
  /** Labels of the object. */
  readonly labels: { readonly [key: string]: string };
}

/**
 * Labels and annotations of all objects that a construct makes, cluster-scoped ones included. They do not reach pods,
 * which a change would replace, nor selectors, which cannot change: pods have `podLabels` and `podAnnotations`.
 */
export interface MetadataOptions {
  /**
   * More labels of all objects. They replace recommended labels of the same key.
   * @default - none besides the recommended ones
   */
  readonly labels?: { readonly [key: string]: string };
  /**
   * Annotations of all objects, for example `{ 'argocd.argoproj.io/sync-wave': '2' }`.
   * @default - none
   */
  readonly annotations?: { readonly [key: string]: string };
}

/** Checks of `MetadataOptions`, for the tables of constructs. */
export const METADATA_CHECKS: Checks<MetadataOptions> = { labels, annotations };

/** Checks `Metadata`. */
export const METADATA: Check = optionsOf<Metadata>({
  name: required(anyText),
  namespace: required(anyText),
  labels: required(labels),
});

type Texts = { readonly [key: string]: string };

const LABELS = 'cdk8s-llm-d/labels';
const ANNOTATIONS = 'cdk8s-llm-d/annotations';

/**
 * Puts labels and annotations on all objects that are made below `scope` from now on, beside those of the constructs
 * around it. `scope` must have no children yet.
 */
export function putMetadata(scope: IConstruct, { labels, annotations }: MetadataOptions): void {
  if (labels) scope.node.setContext(LABELS, { ...inherited(scope, LABELS), ...labels });
  if (annotations) {
    const all = { ...inherited(scope, ANNOTATIONS), ...annotations };
    scope.node.setContext(ANNOTATIONS, checkedAnnotations(scope, all));
  }
}

/** The metadata of an object, with the labels and annotations of the constructs around it. */
export function objectMetadata<T extends { readonly labels?: Texts; readonly annotations?: Texts }>(
  scope: IConstruct,
  metadata: T,
): T {
  const labels = { ...metadata.labels, ...inherited(scope, LABELS) };
  const annotations = { ...metadata.annotations, ...inherited(scope, ANNOTATIONS) };
  return {
    ...metadata,
    ...(Object.keys(labels).length > 0 && { labels }),
    ...(Object.keys(annotations).length > 0 && { annotations }),
  };
}

function inherited(scope: IConstruct, key: string): Texts | undefined {
  return scope.node.tryGetContext(key) as Texts | undefined;
}
