import type { Path } from '../../text/path';
import type { Identity, Resource } from '../../api-server/resource';
import type { Place } from './place';
import { isClusterScoped } from './platform';

/** What one object says of another. */
export interface Reference {
  readonly from: Resource;
  /** Place of the name, or of the labels. */
  readonly path: Path;
  readonly relation: Relation;
  readonly to: Identity | Selection;
  /** Whether all is well where there is no such object. */
  readonly optional?: boolean;
  /** The keys of a ConfigMap or Secret that are asked for. */
  readonly keys?: readonly { readonly name: string; readonly path: Path }[];
  /** The port of a Service that is asked for. */
  readonly port?: { readonly value: number | string; readonly path: Path };
}

/** What a reference is for, as it is called in a graph. */
export type Relation =
  | '--pool-name'
  | 'backendRef'
  | 'certificateRef'
  | 'class'
  | 'endpointPickerRef'
  | 'env'
  | 'envFrom'
  | 'extensionRef'
  | 'from'
  | 'host'
  | 'imagePullSecret'
  | 'parametersRef'
  | 'parentRef'
  | 'poolRef'
  | 'roleRef'
  | 'scaleTargetRef'
  | 'secretRef'
  | 'selector'
  | 'serviceAccount'
  | 'serviceName'
  | 'subject'
  | 'targetRef'
  | 'to'
  | 'volume';

/** Objects that are chosen by their labels. */
export interface Selection {
  readonly select: 'pods' | 'services';
  /** Undefined for all. */
  readonly namespaces?: readonly string[];
  /** A LabelSelector. */
  readonly selector: any;
}

/** A reference whose `from` is the object that is being read. */
export type Draft = Omit<Reference, 'from'>;

/** Reads the references of one object. */
export type Extractor = (object: Place, resource: Resource) => readonly Draft[];

/** Where a reference says nothing. */
export interface Defaults {
  readonly group?: string;
  readonly kind?: string;
  readonly namespace: string | undefined;
}

type Details = Pick<Draft, 'optional' | 'keys' | 'port'>;

export function isSelection(to: Reference['to']): to is Selection {
  return 'select' in to;
}

/** A reference to an object by its name alone; none where there is no name. */
export function byName(
  place: Place,
  relation: Relation,
  { group = '', kind, namespace }: Defaults,
  { field = 'name', ...details }: Details & { readonly field?: string } = {},
): Draft[] {
  const name = place.text(field);
  if (!name || !kind) return [];
  const to = { group, kind, name, namespace: isClusterScoped({ group, kind }) ? undefined : namespace };
  return [{ path: [...place.path, field], relation, to, ...details }];
}

/** A reference that may say its group and kind, and stays in its namespace. */
export function local(place: Place, relation: Relation, defaults: Defaults, details: Details = {}): Draft[] {
  const group = place.text('group') ?? place.text('apiGroup') ?? defaults.group;
  return byName(place, relation, { ...defaults, group, kind: place.text('kind') ?? defaults.kind }, details);
}

/** A reference that may say its namespace too, as Gateway API has it. */
export function typed(place: Place, relation: Relation, defaults: Defaults, details: Details = {}): Draft[] {
  return local(place, relation, { ...defaults, namespace: place.text('namespace') ?? defaults.namespace }, details);
}

/** A reference with an `apiVersion`, as autoscalers have it. */
export function versioned(place: Place, relation: Relation, defaults: Defaults): Draft[] {
  const apiVersion = place.text('apiVersion');
  const group = apiVersion === undefined ? defaults.group : groupOf(apiVersion);
  return byName(place, relation, { ...defaults, group, kind: place.text('kind') ?? defaults.kind });
}

/** The port of a backend. */
export function portOf(place: Place, ...steps: Path): Draft['port'] {
  const { value, path } = place.at(...steps);
  return typeof value === 'number' || typeof value === 'string' ? { value, path } : undefined;
}

/** `apps` of `apps/v1`, nothing of `v1`. */
export function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}
