import { missing } from '../../references/dangling';

const BINDING = `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: epp }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: epp }
subjects: [{ kind: ServiceAccount, name: default, namespace: default }]
`;

/** A role is there. */
export const ROLE_MISSING = missing({
  code: 'LLMD-ROLE-MISSING',
  title: 'The role of a binding exists',
  why: 'The binding gives nothing, and nobody says so: the program behind the ServiceAccount gets 403.',
  remedy: 'name a Role of the same namespace or a ClusterRole, or add it',
  examples: {
    failing: BINDING,
    passing: `${BINDING}---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: epp }
rules: [{ apiGroups: [""], resources: [pods], verbs: [get, list, watch] }]
`,
  },
});
