import type { Examples } from '../../../api-server/example';
import { documents } from '../../../api-server/example-objects';
import { access, picker, PICKER_RIGHTS, stack } from '../example-objects';

const reviews = (kind: string) => `
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: { name: metrics-auth }
rules: [{ apiGroups: [authentication.k8s.io], resources: [tokenreviews], verbs: [create] }]`;

export const ACCESS_EXAMPLES: Examples = {
  'LLMD-ACCESS-CLUSTER-SCOPED': {
    failing: documents(reviews('Role')),
    passing: documents(reviews('ClusterRole')),
  },
  'LLMD-EPP-ACCESS-BROAD': {
    failing: stack({ access: access(`${PICKER_RIGHTS}\n- { apiGroups: [""], resources: [secrets], verbs: [get] }`) }),
    passing: stack(),
  },
  'LLMD-EPP-ACCESS-OPTIONAL': {
    failing: stack({ access: access(PICKER_RIGHTS.replace(', inference.networking.x-k8s.io', '')) }),
    passing: stack(),
  },
  'LLMD-EPP-ACCESS-TOKEN': {
    failing: stack({ picker: picker({ pod: 'automountServiceAccountToken: false' }) }),
    passing: stack(),
  },
  'LLMD-EPP-ACCESS-UNKNOWN': {
    failing: stack({ access: access(PICKER_RIGHTS, { namespace: 'other' }) }),
    passing: stack(),
  },
  'LLMD-EPP-ACCESS': {
    failing: stack({ access: access(PICKER_RIGHTS.replace(/^.*inferencepools.*\n/m, '')) }),
    passing: stack(),
  },
};
