import type { Examples } from '../../../api-server/example';
import { documents, named } from '../../../api-server/example-objects';
import { gateway, httpRoute, simulator, stack } from '../example-objects';

const vllm = (pod = '', container = '', object = '') => simulator({ name: 'vllm', pod, container, object });

const budget = (app: string) =>
  documents(
    vllm(),
    `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: vllm }
spec:
  maxUnavailable: 1
  selector: { matchLabels: { app: ${app} } }`,
  );

const CLAIM_VOLUME = 'volumes: [{ name: models, persistentVolumeClaim: { claimName: model-pvc } }]';

const claim = (mode: string) =>
  named(
    'PersistentVolumeClaim',
    'model-pvc',
    `spec: { accessModes: [${mode}], resources: { requests: { storage: 10Gi } } }`,
  );

const REPLICATED = vllm(CLAIM_VOLUME, '', 'spec: { replicas: 3 }');

const KEY_USER = vllm('', 'env: [{ name: LOG_LEVEL, valueFrom: { configMapKeyRef: { name: vllm-env, key: level } } }]');

const MAP_USER = vllm('', 'envFrom: [{ configMapRef: { name: vllm-env } }]');

const SECRET_USER = vllm(
  '',
  'env: [{ name: HF_TOKEN, valueFrom: { secretKeyRef: { name: llm-d-hf-token, key: HF_TOKEN } } }]',
);

const ACCOUNT_USER = vllm('serviceAccountName: vllm');

const WITH_PARAMETERS = `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: inference }
spec:
  gatewayClassName: agentgateway
  infrastructure:
    parametersRef: { group: agentgateway.dev, kind: AgentgatewayParameters, name: inference }
  listeners: [{ name: http, port: 80, protocol: HTTP }]`;

const PARAMETERS = `
apiVersion: agentgateway.dev/v1alpha1
kind: AgentgatewayParameters
metadata: { name: inference }
spec: { logging: { level: warn } }`;

const policy = (target: string) =>
  documents(
    `
apiVersion: agentgateway.dev/v1alpha1
kind: AgentgatewayPolicy
metadata: { name: limits }
spec:
  targetRefs: [{ group: gateway.networking.k8s.io, kind: Gateway, name: ${target} }]
  frontend: { http: { maxBufferSize: 4194304 } }`,
    gateway(),
  );

const STATEFUL_SET = vllm('', '', 'kind: StatefulSet\nspec: { serviceName: vllm-pods }');

const BINDING = `
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: epp }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: epp }
subjects: [{ kind: ServiceAccount, name: default, namespace: default }]`;

const ROLE = `
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: epp }
rules: [{ apiGroups: [""], resources: [pods], verbs: [get, list, watch] }]`;

const autoscaler = (kind: string) =>
  documents(
    vllm(),
    `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: vllm }
spec:
  maxReplicas: 3
  scaleTargetRef: { apiVersion: apps/v1, kind: ${kind}, name: vllm }`,
  );

export const REFERENCES_EXAMPLES: Examples = {
  'LLMD-BUDGET-NO-PODS': { failing: budget('llm'), passing: budget('vllm') },
  'LLMD-CLAIM-MISSING': {
    failing: vllm(CLAIM_VOLUME),
    passing: documents(vllm(CLAIM_VOLUME), claim('ReadWriteMany')),
  },
  'LLMD-CLAIM-SHARED': {
    failing: documents(REPLICATED, claim('ReadWriteOnce')),
    passing: documents(REPLICATED, claim('ReadWriteMany')),
  },
  'LLMD-CONFIG-MAP-KEY': {
    failing: documents(KEY_USER, named('ConfigMap', 'vllm-env', 'data: { logLevel: debug }')),
    passing: documents(KEY_USER, named('ConfigMap', 'vllm-env', 'data: { level: debug }')),
  },
  'LLMD-CONFIG-MAP-MISSING': { failing: MAP_USER, passing: documents(MAP_USER, named('ConfigMap', 'vllm-env')) },
  'LLMD-PARAMETERS-MISSING': {
    failing: documents(WITH_PARAMETERS),
    passing: documents(WITH_PARAMETERS, PARAMETERS),
  },
  'LLMD-POLICY-TARGET-MISSING': { failing: policy('gateway'), passing: policy('inference') },
  'LLMD-REFERENCE-GROUP': {
    failing: stack({
      route: httpRoute({ backends: ['{ group: inference.networking.x-k8s.io, kind: InferencePool, name: opt }'] }),
    }),
    passing: stack(),
  },
  'LLMD-REFERENCE': {
    failing: STATEFUL_SET,
    passing: documents(
      STATEFUL_SET,
      named('Service', 'vllm-pods', 'spec: { clusterIP: None, selector: { app: vllm } }'),
    ),
  },
  'LLMD-ROLE-MISSING': { failing: documents(BINDING), passing: documents(BINDING, ROLE) },
  'LLMD-SCALE-TARGET-MISSING': { failing: autoscaler('StatefulSet'), passing: autoscaler('Deployment') },
  'LLMD-SECRET-KEY': {
    failing: documents(SECRET_USER, named('Secret', 'llm-d-hf-token', 'stringData: { token: changeme }')),
    passing: documents(SECRET_USER, named('Secret', 'llm-d-hf-token', 'stringData: { HF_TOKEN: changeme }')),
  },
  'LLMD-SECRET-MISSING': { failing: SECRET_USER, passing: documents(SECRET_USER, named('Secret', 'llm-d-hf-token')) },
  'LLMD-SERVICE-ACCOUNT-MISSING': {
    failing: ACCOUNT_USER,
    passing: documents(ACCOUNT_USER, named('ServiceAccount', 'vllm')),
  },
};
