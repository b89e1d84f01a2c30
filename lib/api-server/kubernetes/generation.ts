import { type Check, fields, notNegative } from './checks';

/** Kinds whose generation the API server takes as it comes. In others it writes one itself. */
const KEEPS_GENERATION: ReadonlySet<string> = new Set([
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

const checkGeneration = fields({ metadata: fields({ generation: notNegative }) });

/** The check of a kind, with that of its generation. */
export function withGeneration(kind: string, check: Check): Check {
  if (!KEEPS_GENERATION.has(kind)) return check;
  return (object) => {
    checkGeneration(object);
    check(object);
  };
}
