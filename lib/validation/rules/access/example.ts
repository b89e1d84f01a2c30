/** An endpoint picker and its ServiceAccount's Role, which holds these rules; YAML for examples. */
export function pickerWithRules(rules: string, { args = '', role = 'Role' } = {}): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: epp
spec:
  selector:
    matchLabels: { app: epp }
  template:
    metadata:
      labels: { app: epp }
    spec:
      serviceAccountName: epp
      containers:
        - name: epp
          image: ghcr.io/llm-d/llm-d-router-endpoint-picker:v0.10.0
          args: [--pool-name=pool, --pool-namespace=default${args}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${role}
metadata:
  name: epp
rules:
${rules.trim().replace(/^/gm, '  ')}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: epp
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ${role}
  name: epp
subjects:
  - kind: ServiceAccount
    name: epp
    namespace: default
`;
}

/** All that the picker of the default release follows. */
export const ENOUGH = `
- apiGroups: [""]
  resources: [pods]
  verbs: [get, list, watch]
- apiGroups: [inference.networking.k8s.io]
  resources: [inferencepools]
  verbs: [get, list, watch]
- apiGroups: [llm-d.ai, inference.networking.x-k8s.io]
  resources: [inferencemodelrewrites, inferenceobjectives]
  verbs: [get, list, watch]`;
