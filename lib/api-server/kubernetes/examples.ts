import type { Examples } from '../example';
import { documents, workload } from '../example-objects';

const named = (apiVersion: string, kind: string, rest: string) => `
apiVersion: ${apiVersion}
kind: ${kind}
metadata: { name: server }
${rest.trim()}`;

const role = (verbs: string) =>
  documents(
    named('rbac.authorization.k8s.io/v1', 'Role', `rules: [{ apiGroups: [""], resources: [pods], verbs: ${verbs} }]`),
  );

const autoscaler = (least: number, most: number) =>
  documents(
    workload(),
    named(
      'autoscaling/v2',
      'HorizontalPodAutoscaler',
      `
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: server }
  minReplicas: ${least}
  maxReplicas: ${most}`,
    ),
  );

const configMap = (key: string) => documents(named('v1', 'ConfigMap', `data: { ${key}: "{}" }`));

const budget = (spec: string) =>
  documents(
    workload({ object: 'spec: { replicas: 3 }' }),
    named('policy/v1', 'PodDisruptionBudget', `spec:\n  ${spec}`),
  );

const service = (ports: string) =>
  documents(workload(), named('v1', 'Service', `spec:\n  selector: { app: server }\n  ports: ${ports}`));

const ingress = (path: string) =>
  documents(
    service('[{ port: 80 }]'),
    named(
      'networking.k8s.io/v1',
      'Ingress',
      `
spec:
  rules:
    - http:
        paths:
          - path: ${path}
            pathType: Prefix
            backend: { service: { name: server, port: { number: 80 } } }`,
    ),
  );

const job = (pod: string) => workload({ object: 'apiVersion: batch/v1\nkind: Job\nspec: { selector: null }', pod });

const networkPolicy = (port: string) =>
  documents(
    workload(),
    named(
      'networking.k8s.io/v1',
      'NetworkPolicy',
      `
spec:
  podSelector: { matchLabels: { app: server } }
  ingress: [{ ports: [{ port: ${port}, endPort: 8001 }] }]`,
    ),
  );

const namespace = (level: string) => `apiVersion: v1
kind: Namespace
metadata: { name: inference, labels: { pod-security.kubernetes.io/enforce: ${level} } }
`;

const claim = (rest: string) =>
  documents(named('v1', 'PersistentVolumeClaim', `spec:\n  accessModes: [ReadWriteMany]${rest}`));

export const KUBERNETES_EXAMPLES: Examples = {
  'LLMD-RBAC': { failing: role('[]'), passing: role('[get]') },
  'LLMD-AUTOSCALER': { failing: autoscaler(4, 2), passing: autoscaler(2, 4) },
  'LLMD-CONFIG-DATA': { failing: configMap('conf/server.yaml'), passing: configMap('server.yaml') },
  'LLMD-DISRUPTION-BUDGET': {
    failing: budget('minAvailable: 1\n  maxUnavailable: 1\n  selector: { matchLabels: { app: server } }'),
    passing: budget('maxUnavailable: 1\n  selector: { matchLabels: { app: server } }'),
  },
  'LLMD-INGRESS': { failing: ingress('v1'), passing: ingress('/v1') },
  'LLMD-JOB': { failing: job(''), passing: job('restartPolicy: Never') },
  'LLMD-SELECTOR': {
    failing: budget(
      'maxUnavailable: 1\n  selector: { matchExpressions: [{ key: app, operator: Exists, values: [server] }] }',
    ),
    passing: budget(
      'maxUnavailable: 1\n  selector: { matchExpressions: [{ key: app, operator: In, values: [server] }] }',
    ),
  },
  'LLMD-NETWORK-POLICY': { failing: networkPolicy('http'), passing: networkPolicy('8000') },
  'LLMD-SERVICE': {
    failing: service('[{ port: 8000 }, { name: metrics, port: 9090 }]'),
    passing: service('[{ name: http, port: 8000 }, { name: metrics, port: 9090 }]'),
  },
  'LLMD-NAMESPACE-POD-SECURITY': { failing: namespace('strict'), passing: namespace('restricted') },
  'LLMD-VOLUME-CLAIM': { failing: claim(''), passing: claim('\n  resources: { requests: { storage: 100Gi } }') },
  'LLMD-WORKLOAD': {
    failing: workload({ object: 'spec: { template: { metadata: { labels: { app: other } } } }' }),
    passing: workload({ object: 'spec: { template: { metadata: { labels: { tier: web } } } }' }),
  },
};
