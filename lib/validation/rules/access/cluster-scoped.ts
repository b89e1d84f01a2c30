import type { Rule } from '../../rule';
import { own } from '../../../text/own';

/** What has no namespace, as far as people write roles for it. Namespaces are not among them: each counts as its own. */
const CLUSTER_SCOPED: { readonly [group: string]: readonly string[] } = {
  '': ['nodes', 'persistentvolumes'],
  'admissionregistration.k8s.io': ['mutatingwebhookconfigurations', 'validatingwebhookconfigurations'],
  'apiextensions.k8s.io': ['customresourcedefinitions'],
  'apiregistration.k8s.io': ['apiservices'],
  'authentication.k8s.io': ['tokenreviews'],
  'authorization.k8s.io': ['selfsubjectaccessreviews', 'selfsubjectrulesreviews', 'subjectaccessreviews'],
  'gateway.networking.k8s.io': ['gatewayclasses'],
  'networking.k8s.io': ['ingressclasses'],
  'rbac.authorization.k8s.io': ['clusterrolebindings', 'clusterroles'],
  'scheduling.k8s.io': ['priorityclasses'],
  'storage.k8s.io': ['csidrivers', 'csinodes', 'storageclasses', 'volumeattachments'],
};

export const CLUSTER_SCOPED_IN_ROLE: Rule = {
  code: 'LLMD-ACCESS-CLUSTER-SCOPED',
  severity: 'warning',
  title: 'Rights over kinds without a namespace are in a ClusterRole',
  why: 'In a Role they have no effect, and no message shows it. With tokenreviews in a Role, every scrape of the picker’s metrics fails.',
  *check(set) {
    for (const role of set.ofKind('rbac.authorization.k8s.io', 'Role')) {
      for (const [index, { apiGroups = [], resources = [] }] of (role.object.rules ?? []).entries()) {
        const without: string[] = apiGroups.flatMap((group: string) => own(CLUSTER_SCOPED, group) ?? []);
        for (const [position, resource] of resources.entries()) {
          if (!without.includes(resource.split('/')[0])) continue;
          yield {
            resource: role,
            path: ['rules', index, 'resources', position],
            message: `${resource} have no namespace, and a Role gives rights in namespace ${role.namespace} only`,
            remedy: 'move the rule to a ClusterRole, and bind it with a ClusterRoleBinding',
          };
        }
      }
    }
  },
};
