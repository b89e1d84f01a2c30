import type { Rule } from '../../rule';
import { permissionsOf } from '../../facts/permissions';
import { pickerCommands } from '../../facts/picker-commands';
import { pickerDeployment } from './example';

/** What the picker asks the API server about whoever reads its metrics. */
const REVIEWS = [
  { group: 'authentication.k8s.io', resource: 'tokenreviews', verb: 'create' },
  { group: 'authorization.k8s.io', resource: 'subjectaccessreviews', verb: 'create' },
];

const access = (kind: string, rules: string) => `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: { name: epp${kind === 'Role' ? ', namespace: default' : ''} }
rules:
${rules}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}Binding
metadata: { name: epp${kind === 'Role' ? ', namespace: default' : ''} }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ${kind}, name: epp }
subjects: [{ kind: ServiceAccount, name: epp, namespace: default }]
`;
const RULES = REVIEWS.map(
  ({ group, resource }) => `  - { apiGroups: [${group}], resources: [${resource}], verbs: [create] }`,
);
const POD = { pod: 'serviceAccountName: epp' };

/** Whoever may read the metrics can. */
export const EPP_METRICS_ACCESS: Rule = {
  code: 'LLMD-EPP-METRICS-ACCESS',
  severity: 'warning',
  title: 'An endpoint picker that protects its metrics may ask who reads them',
  why: 'With --metrics-endpoint-auth, which is on by default, it asks the API server about the token of whoever reads /metrics. Without the right to ask, in a ClusterRole, every scrape is answered with 401 or 500 (llm-d/llm-d-router#2370).',
  examples: {
    failing: pickerDeployment('--pool-name=opt', POD) + access('Role', RULES.join('\n')),
    passing: pickerDeployment('--pool-name=opt', POD) + access('ClusterRole', RULES.join('\n')),
  },
  *check(set) {
    for (const command of set.view(pickerCommands)) {
      if (command.isOn('metrics-endpoint-auth') !== true) continue;
      const { pod } = command.picker;
      const account: string = pod.spec.serviceAccountName ?? 'default';
      const permissions = permissionsOf(set, pod.namespace, account);
      // Without any binding in the set, its rights come from elsewhere.
      if (permissions.grants.length === 0 || permissions.grants.some(({ isComplete }) => !isComplete)) continue;
      const lacking = REVIEWS.filter((review) => !permissions.allows(review));
      if (lacking.length === 0) continue;
      yield {
        ...command.at('metrics-endpoint-auth'),
        message: `ServiceAccount ${pod.namespace}/${account} may not create ${lacking.map(({ resource }) => resource).join(' and ')}, so that nobody can read the metrics`,
        remedy:
          'bind a ClusterRole with these rights to it by a ClusterRoleBinding, or set --metrics-endpoint-auth=false',
      };
    }
  },
};
