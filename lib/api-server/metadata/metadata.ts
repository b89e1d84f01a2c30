import type { KindEntry } from '../kinds/kind-table';
import type { TypeMeta } from '../kinds/type-meta';
import { DNS_LABEL } from '../formats/names';
import { type ObjectViolation, show } from '../violation';
import { BOUNDS } from '../rules/bounds';
import { NAMESPACE } from '../rules/namespace';
import { NAMESPACE_CLUSTER } from '../rules/namespace-cluster';
import { fit } from '../schema/fit';
import { loadSchemas } from '../schema/load';
import { checkAnnotations, checkLabels } from './labels';
import { checkName } from './names';
import { checkFinalizers, checkOwners } from './owners';

/** Metadata in which every field that is there has its type. */
export interface Metadata {
  readonly name?: string;
  readonly generateName?: string;
  readonly namespace?: string;
  readonly [field: string]: any;
}

/** The groups of Kubernetes that take any finalizer with a name. Asked of a real API server, kind by kind. */
const LENIENT_WITH_FINALIZERS = new Set([
  'admissionregistration.k8s.io',
  'apiextensions.k8s.io',
  'apiregistration.k8s.io',
  'coordination.k8s.io',
  'node.k8s.io',
  'policy',
]);

/** Kinds whose `generation` the API server takes as it comes. Of other kinds it writes the generation itself. */
const KEEPS_GENERATION = new Set([
  '/ConfigMap',
  '/Namespace',
  '/PersistentVolumeClaim',
  '/Secret',
  '/Service',
  '/ServiceAccount',
  'autoscaling/HorizontalPodAutoscaler',
  'coordination.k8s.io/Lease',
  'rbac.authorization.k8s.io/ClusterRole',
  'rbac.authorization.k8s.io/ClusterRoleBinding',
  'rbac.authorization.k8s.io/Role',
  'rbac.authorization.k8s.io/RoleBinding',
]);

/** Reads the metadata of an object of any kind. */
export function fitMetadata(metadata: unknown, violations: ObjectViolation[]): Metadata {
  const schemas = loadSchemas('kubernetes');
  return (fit(metadata ?? {}, schemas.root('ObjectMeta'), schemas, violations, ['metadata']) as Metadata) ?? {};
}

/** What the API server would say of metadata. `entry` is what we know of the kind, if anything. */
export function checkMetadata(metadata: Metadata, type: TypeMeta, entry: KindEntry | undefined): ObjectViolation[] {
  const {
    name = '',
    generateName = '',
    labels = {},
    annotations = {},
    ownerReferences = [],
    finalizers = [],
  } = metadata;
  const qualified = entry?.schema === 'kubernetes' && !LENIENT_WITH_FINALIZERS.has(type.group);
  return [
    ...(entry?.nameless ? [] : checkName(name, generateName, type)),
    ...checkNamespace(metadata, type, entry),
    ...checkGeneration(metadata, type),
    ...checkLabels(labels),
    ...checkAnnotations(annotations),
    ...checkOwners(ownerReferences),
    ...checkFinalizers(finalizers, qualified),
  ];
}

function checkNamespace(
  { namespace = '' }: Metadata,
  { kind }: TypeMeta,
  entry: KindEntry | undefined,
): ObjectViolation[] {
  if (namespace === '') return [];
  const path = ['metadata', 'namespace'];
  if (entry?.namespaced === false) {
    const message = `${kind} is a kind of the whole cluster, and ${show(namespace)} came`;
    return [{ code: NAMESPACE_CLUSTER.code, path, message, remedy: 'take the namespace away' }];
  }
  if (DNS_LABEL.matches(namespace)) return [];
  const message = `${show(namespace)} is no ${DNS_LABEL.description}`;
  return [{ code: NAMESPACE.code, path, message, remedy: 'name a namespace that there can be' }];
}

function checkGeneration({ generation = 0 }: Metadata, { group, kind }: TypeMeta): ObjectViolation[] {
  if (generation >= 0 || !KEEPS_GENERATION.has(`${group}/${kind}`)) return [];
  const message = `${generation} came, expected at least 0`;
  return [{ code: BOUNDS.code, path: ['metadata', 'generation'], message, remedy: 'remove it' }];
}
