import type { Examples } from '../../../api-server/example';
import { deploymentOf, named } from './example';

const CONTAINERS = 'containers: [{ name: vllm, image: "vllm/vllm-openai:v0.32.0" }]';

const budget = (app: string) => `---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: vllm }
spec:
  maxUnavailable: 1
  selector: { matchLabels: { app: ${app} } }
`;

const POD = deploymentOf(`
containers:
  - name: vllm
    image: vllm/vllm-openai:v0.32.0
volumes: [{ name: models, persistentVolumeClaim: { claimName: model-pvc } }]`);

const CLAIM_SHARED_POD = deploymentOf(`
containers:
  - name: vllm
    image: vllm/vllm-openai:v0.32.0
volumes: [{ name: models, persistentVolumeClaim: { claimName: model-pvc } }]`).replace(
  'spec:\n',
  'spec:\n  replicas: 3\n',
);

const CONFIG_MAP_KEY_POD = deploymentOf(`
containers:
  - name: vllm
    image: vllm/vllm-openai:v0.32.0
    env:
      - name: LOG_LEVEL
        valueFrom: { configMapKeyRef: { name: vllm-env, key: level } }`);

const CONFIG_MAP_MISSING_POD = deploymentOf(`
containers:
  - name: vllm
    image: vllm/vllm-openai:v0.32.0
    envFrom: [{ configMapRef: { name: vllm-env } }]`);

const GATEWAY = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: inference }
spec:
  gatewayClassName: agentgateway
  infrastructure:
    parametersRef: { group: agentgateway.dev, kind: AgentgatewayParameters, name: inference }
  listeners: [{ name: http, port: 80, protocol: HTTP }]
`;

const policy = (target: string) => `apiVersion: agentgateway.dev/v1alpha1
kind: AgentgatewayPolicy
metadata: { name: limits }
spec:
  targetRefs: [{ group: gateway.networking.k8s.io, kind: Gateway, name: ${target} }]
  frontend: { http: { maxBufferSize: 4194304 } }
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: inference }
spec:
  gatewayClassName: agentgateway
  listeners: [{ name: http, port: 80, protocol: HTTP }]
`;

const route = (group: string) => `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: opt }
spec:
  parentRefs: [{ name: inference }]
  rules:
    - backendRefs: [{ group: ${group}, kind: InferencePool, name: opt }]
`;

const STATEFUL_SET = `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: vllm }
spec:
  serviceName: vllm-pods
  selector: { matchLabels: { app: vllm } }
  template:
    metadata: { labels: { app: vllm } }
    spec: { containers: [{ name: vllm, image: "vllm/vllm-openai:v0.32.0" }] }
`;

const BINDING = `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: epp }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: epp }
subjects: [{ kind: ServiceAccount, name: default, namespace: default }]
`;

const AUTOSCALER = `---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: vllm }
spec:
  maxReplicas: 3
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: vllm }
`;

const SECRET_MISSING_POD = deploymentOf(`
containers:
  - name: vllm
    image: vllm/vllm-openai:v0.32.0
    env:
      - name: HF_TOKEN
        valueFrom: { secretKeyRef: { name: llm-d-hf-token, key: HF_TOKEN } }`);

const SERVICE_ACCOUNT_MISSING_POD = deploymentOf(`
serviceAccountName: vllm
containers:
  - name: vllm
    image: vllm/vllm-openai:v0.32.0`);

export const REFERENCES_EXAMPLES: Examples = {
  'LLMD-BUDGET-NO-PODS': {
    failing: deploymentOf(CONTAINERS) + budget('llm'),
    passing: deploymentOf(CONTAINERS) + budget('vllm'),
  },
  'LLMD-CLAIM-MISSING': { failing: POD, passing: POD + named('PersistentVolumeClaim', 'model-pvc') },
  'LLMD-CLAIM-SHARED': {
    failing: CLAIM_SHARED_POD + named('PersistentVolumeClaim', 'model-pvc', 'spec: { accessModes: [ReadWriteOnce] }\n'),
    passing: CLAIM_SHARED_POD + named('PersistentVolumeClaim', 'model-pvc', 'spec: { accessModes: [ReadWriteMany] }\n'),
  },
  'LLMD-CONFIG-MAP-KEY': {
    failing: CONFIG_MAP_KEY_POD + named('ConfigMap', 'vllm-env', 'data: { logLevel: debug }\n'),
    passing: CONFIG_MAP_KEY_POD + named('ConfigMap', 'vllm-env', 'data: { level: debug }\n'),
  },
  'LLMD-CONFIG-MAP-MISSING': {
    failing: CONFIG_MAP_MISSING_POD,
    passing: CONFIG_MAP_MISSING_POD + named('ConfigMap', 'vllm-env'),
  },
  'LLMD-PARAMETERS-MISSING': {
    failing: GATEWAY,
    passing: `${GATEWAY}---
apiVersion: agentgateway.dev/v1alpha1
kind: AgentgatewayParameters
metadata: { name: inference }
spec: { logging: { level: warn } }
`,
  },
  'LLMD-POLICY-TARGET-MISSING': { failing: policy('gateway'), passing: policy('inference') },
  'LLMD-REFERENCE-GROUP': {
    failing: route('inference.networking.x-k8s.io'),
    passing: route('inference.networking.k8s.io'),
  },
  'LLMD-REFERENCE': {
    failing: STATEFUL_SET,
    passing: STATEFUL_SET + named('Service', 'vllm-pods', 'spec: { clusterIP: None, selector: { app: vllm } }\n'),
  },
  'LLMD-ROLE-MISSING': {
    failing: BINDING,
    passing: `${BINDING}---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: epp }
rules: [{ apiGroups: [""], resources: [pods], verbs: [get, list, watch] }]
`,
  },
  'LLMD-SCALE-TARGET-MISSING': {
    failing: deploymentOf(CONTAINERS) + AUTOSCALER.replace('kind: Deployment', 'kind: StatefulSet'),
    passing: deploymentOf(CONTAINERS) + AUTOSCALER,
  },
  'LLMD-SECRET-MISSING': {
    failing: SECRET_MISSING_POD,
    passing: SECRET_MISSING_POD + named('Secret', 'llm-d-hf-token'),
  },
  'LLMD-SERVICE-ACCOUNT-MISSING': {
    failing: SERVICE_ACCOUNT_MISSING_POD,
    passing: SERVICE_ACCOUNT_MISSING_POD + named('ServiceAccount', 'vllm'),
  },
};
