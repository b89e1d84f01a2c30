import type { Identity } from '../../api-server/resource';
import { own } from '../../text/own';

/** Kinds without a namespace, by group. */
const CLUSTER_SCOPED: { readonly [group: string]: readonly string[] } = {
  '': ['Namespace', 'Node', 'PersistentVolume'],
  'gateway.networking.k8s.io': ['GatewayClass'],
  'networking.k8s.io': ['IngressClass'],
  'node.k8s.io': ['RuntimeClass'],
  'rbac.authorization.k8s.io': ['ClusterRole'],
  'scheduling.k8s.io': ['PriorityClass'],
  'storage.k8s.io': ['StorageClass'],
};

/** Of these, the ones that an application may bring along. All others belong to the cluster. */
const APPLICATION = 'rbac.authorization.k8s.io';

type Kind = Pick<Identity, 'group' | 'kind'>;

/** Whether references to this kind name no namespace. */
export function isClusterScoped({ group, kind }: Kind): boolean {
  return own(CLUSTER_SCOPED, group)?.includes(kind) ?? false;
}

/** Whether it belongs to the cluster and not to an application: it is never expected in the set. */
export function isPlatform(kind: Kind): boolean {
  return isClusterScoped(kind) && kind.group !== APPLICATION;
}

const BUILT_IN_ROLES = ['admin', 'cluster-admin', 'edit', 'view'];

/** Whether every cluster has it, or every namespace. */
export function isBuiltIn({ group, kind, namespace, name }: Identity): boolean {
  switch (`${group}/${kind}`) {
    case '/ServiceAccount':
      return name === 'default';
    case '/ConfigMap':
      // The second one is OpenShift's.
      return name === 'kube-root-ca.crt' || name === 'openshift-service-ca.crt';
    case '/Service':
      return name === 'kubernetes' && namespace === 'default';
    case 'rbac.authorization.k8s.io/ClusterRole':
      return BUILT_IN_ROLES.includes(name) || name.startsWith('system:');
    case 'rbac.authorization.k8s.io/Role':
      return name.startsWith('system:');
    default:
      return false;
  }
}
