import type { Examples } from '../../../api-server/example';
import { ENOUGH, pickerWithRules } from './example';

export const ACCESS_EXAMPLES: Examples = {
  'LLMD-ACCESS-CLUSTER-SCOPED': {
    failing: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: metrics-auth
rules:
  - apiGroups: [authentication.k8s.io]
    resources: [tokenreviews]
    verbs: [create]
`,
    passing: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: metrics-auth
rules:
  - apiGroups: [authentication.k8s.io]
    resources: [tokenreviews]
    verbs: [create]
`,
  },
  'LLMD-ACCESS-PICKER-BROAD': {
    failing: pickerWithRules(`${ENOUGH}\n- apiGroups: [""]\n  resources: [secrets]\n  verbs: [get]`),
    passing: pickerWithRules(ENOUGH),
  },
  'LLMD-ACCESS-PICKER-OPTIONAL': {
    failing: pickerWithRules(ENOUGH.replace(', inference.networking.x-k8s.io', '')),
    passing: pickerWithRules(ENOUGH),
  },
  'LLMD-ACCESS-PICKER-TOKEN': {
    failing: pickerWithRules(ENOUGH).replace(
      '      serviceAccountName: epp\n',
      '      serviceAccountName: epp\n      automountServiceAccountToken: false\n',
    ),
    passing: pickerWithRules(ENOUGH),
  },
  'LLMD-ACCESS-PICKER-UNKNOWN': {
    failing: pickerWithRules(ENOUGH).replace('name: epp\n    namespace: default', 'name: epp\n    namespace: other'),
    passing: pickerWithRules(ENOUGH),
  },
  'LLMD-ACCESS-PICKER': {
    failing: pickerWithRules(ENOUGH.replace('inferencemodelrewrites, ', '')),
    passing: pickerWithRules(ENOUGH),
  },
};
