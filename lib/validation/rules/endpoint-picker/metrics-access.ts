import type { Rule } from '../../rule';
import { permissionsOf } from '../../facts/permissions';
import { pickerCommands } from '../../facts/picker-commands';

/** The rights that the picker needs to check the token of a client that reads its metrics. */
const REVIEWS = [
  { group: 'authentication.k8s.io', resource: 'tokenreviews', verb: 'create' },
  { group: 'authorization.k8s.io', resource: 'subjectaccessreviews', verb: 'create' },
];

export const EPP_METRICS_ACCESS: Rule = {
  code: 'LLMD-EPP-METRICS-ACCESS',
  severity: 'warning',
  title: 'An endpoint picker that protects its metrics may check the tokens of their readers',
  why: 'With --metrics-endpoint-auth, which is on by default, it asks the API server about the token of each client that reads /metrics. Without this right, in a ClusterRole, every scrape is answered with 401 or 500 (llm-d/llm-d-router#2370).',
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
        message: `ServiceAccount ${pod.namespace}/${account} may not create ${lacking.map(({ resource }) => resource).join(' and ')}, so that no client can read the metrics`,
        remedy:
          'bind a ClusterRole with these rights to it by a ClusterRoleBinding, or set --metrics-endpoint-auth=false',
      };
    }
  },
};
