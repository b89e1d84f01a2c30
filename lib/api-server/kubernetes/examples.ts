import type { Examples } from '../example';

export const KUBERNETES_EXAMPLES: Examples = {
  'LLMD-RBAC': {
    failing: `
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: picker }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: picker }
subjects: [{ kind: ServiceAccount, apiGroup: rbac.authorization.k8s.io, name: picker }]
`,
    passing: `
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: picker }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: picker }
subjects: [{ kind: ServiceAccount, name: picker }]
`,
  },
  'LLMD-AUTOSCALER': {
    failing: `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: vllm }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: vllm }
  minReplicas: 4
  maxReplicas: 2
`,
    passing: `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: vllm }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: vllm }
  minReplicas: 2
  maxReplicas: 4
`,
  },
  'LLMD-CONFIG-DATA': {
    failing: `
apiVersion: v1
kind: ConfigMap
metadata: { name: picker }
data:
  conf/picker.yaml: '{}'
`,
    passing: `
apiVersion: v1
kind: ConfigMap
metadata: { name: picker }
data:
  picker.yaml: '{}'
`,
  },
  'LLMD-DISRUPTION-BUDGET': {
    failing: `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: vllm }
spec: { minAvailable: 1, maxUnavailable: 1, selector: { matchLabels: { app: vllm } } }
`,
    passing: `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: vllm }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: vllm } } }
`,
  },
  'LLMD-INGRESS': {
    failing: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: gateway }
spec:
  rules: [{ http: { paths: [{ path: v1, pathType: Prefix, backend: { service: { name: gateway, port: { number: 80 } } } }] } }]
`,
    passing: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: gateway }
spec:
  rules: [{ http: { paths: [{ path: /v1, pathType: Prefix, backend: { service: { name: gateway, port: { number: 80 } } } }] } }]
`,
  },
  'LLMD-JOB': {
    failing: `
apiVersion: batch/v1
kind: Job
metadata: { name: warm-up }
spec:
  template: { spec: { containers: [{ name: curl, image: 'curlimages/curl:8.16.0' }] } }
`,
    passing: `
apiVersion: batch/v1
kind: Job
metadata: { name: warm-up }
spec:
  template: { spec: { restartPolicy: Never, containers: [{ name: curl, image: 'curlimages/curl:8.16.0' }] } }
`,
  },
  'LLMD-SELECTOR': {
    failing: `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: vllm }
spec:
  maxUnavailable: 1
  selector:
    matchExpressions:
      - { key: app, operator: Exists, values: [vllm] }
`,
    passing: `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: vllm }
spec:
  maxUnavailable: 1
  selector:
    matchExpressions:
      - { key: app, operator: In, values: [vllm] }
`,
  },
  'LLMD-NETWORK-POLICY': {
    failing: `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: vllm }
spec:
  podSelector: { matchLabels: { app: vllm } }
  ingress: [{ ports: [{ port: http, endPort: 8001 }] }]
`,
    passing: `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: vllm }
spec:
  podSelector: { matchLabels: { app: vllm } }
  ingress: [{ ports: [{ port: 8000, endPort: 8001 }] }]
`,
  },
  'LLMD-SERVICE': {
    failing: `
apiVersion: v1
kind: Service
metadata: { name: vllm }
spec:
  selector: { app: vllm }
  ports: [{ port: 8000 }, { name: metrics, port: 9090 }]
`,
    passing: `
apiVersion: v1
kind: Service
metadata: { name: vllm }
spec:
  selector: { app: vllm }
  ports: [{ name: http, port: 8000 }, { name: metrics, port: 9090 }]
`,
  },
  'LLMD-NAMESPACE-POD-SECURITY': {
    failing: `
apiVersion: v1
kind: Namespace
metadata: { name: inference, labels: { pod-security.kubernetes.io/enforce: strict } }
`,
    passing: `
apiVersion: v1
kind: Namespace
metadata: { name: inference, labels: { pod-security.kubernetes.io/enforce: restricted } }
`,
  },
  'LLMD-VOLUME-CLAIM': {
    failing: `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: models }
spec:
  accessModes: [ReadWriteMany]
`,
    passing: `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: models }
spec:
  accessModes: [ReadWriteMany]
  resources: { requests: { storage: 100Gi } }
`,
  },
  'LLMD-WORKLOAD': {
    failing: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: vllm }
spec:
  selector: { matchLabels: { app: vllm } }
  template:
    metadata: { labels: { app: vllm-opt } }
    spec: { containers: [{ name: vllm, image: 'vllm/vllm-openai:v0.20.0' }] }
`,
    passing: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: vllm }
spec:
  selector: { matchLabels: { app: vllm } }
  template:
    metadata: { labels: { app: vllm, model: opt } }
    spec: { containers: [{ name: vllm, image: 'vllm/vllm-openai:v0.20.0' }] }
`,
  },
};
