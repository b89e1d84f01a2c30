import type { KindEntry } from '../kinds/kind-table';
import type { TypeMeta } from '../kinds/type-meta';
import { DNS_LABEL } from '../formats/names';
import type { ObjectViolation } from '../violation';
import { show } from '../../text/wording';
import { BOUNDS } from '../rules/bounds';
import { NAMESPACE } from '../rules/namespace';
import { NAMESPACE_CLUSTER } from '../rules/namespace-cluster';
import { fit } from '../schema/fit';
import { loadSchemas } from '../schema/load';
import { checkAnnotations, checkLabels } from './labels';
import { checkName } from './names';
import { checkFinalizers, checkOwners } from './owners';

/** Metadata whose fields have their types. */
export interface Metadata {
  readonly name?: string;
  readonly generateName?: string;
  readonly namespace?: string;
  readonly [field: string]: any;
}

/** The groups of Kubernetes that accept a finalizer without a domain, as a real API server answered for each kind. */
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

/** Checks metadata as the API server does. `entry`: the kind, if it is known. */
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
    const message = `${kind} is cluster-scoped, and the namespace ${show(namespace)} came`;
    return [{ code: NAMESPACE_CLUSTER.code, path, message, remedy: 'remove the namespace' }];
  }
  if (DNS_LABEL.matches(namespace)) return [];
  const message = `${show(namespace)} is not a valid ${DNS_LABEL.description}`;
  return [{ code: NAMESPACE.code, path, message, remedy: 'write a valid name' }];
}

function checkGeneration({ generation = 0 }: Metadata, { group, kind }: TypeMeta): ObjectViolation[] {
  if (generation >= 0 || !KEEPS_GENERATION.has(`${group}/${kind}`)) return [];
  const message = `${generation} came, expected at least 0`;
  return [{ code: BOUNDS.code, path: ['metadata', 'generation'], message, remedy: 'remove it' }];
}
