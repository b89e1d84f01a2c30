import type { Examples } from '../../../api-server/example';
import { gateway, httpRoute, picker, stack } from '../example-objects';

const policy = (spec: string) => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: guard }
spec:
${spec.trim().replace(/^/gm, '  ')}`;

const PICKER_EGRESS = `
podSelector: { matchLabels: { app: epp } }
policyTypes: [Egress]
egress:
  - to: [{ podSelector: {} }]`;

const ENVOY = `
apiVersion: v1
kind: ConfigMap
metadata: { name: envoy }
data:
  envoy.yaml: |
    http_filters: [{ name: envoy.filters.http.ext_proc }]
    clusters:
      - address: epp.default.svc
---
apiVersion: v1
kind: Pod
metadata: { name: envoy, labels: { app: envoy } }
spec:
  securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: RuntimeDefault } }
  containers:
    - name: envoy
      image: docker.io/envoyproxy/envoy:distroless-v1.40.0
      volumeMounts: [{ name: config, mountPath: /etc/envoy }]
      securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } }
  volumes: [{ name: config, configMap: { name: envoy } }]`;

const ENVOY_EGRESS = `
podSelector: { matchLabels: { app: envoy } }
policyTypes: [Egress]
egress:
  - to: [{ podSelector: {} }]
    ports: [{ port: 9002 }, { port: 8000 }]`;

const FROM_ELSEWHERE = {
  gateway: gateway({
    name: 'web',
    namespace: 'gateways',
    listener: '{ name: http, port: 80, protocol: HTTP, allowedRoutes: { namespaces: { from: All } } }',
  }),
  route: httpRoute({ parent: '{ name: web, namespace: gateways }' }),
};

const NO_GATEWAY = { gateway: '', route: '' };

const PLAINTEXT = { ...NO_GATEWAY, picker: picker({ args: '--pool-name=opt, --secure-serving=false' }) };

const admitting = (peer: string) =>
  policy(`
podSelector: {}
policyTypes: [Ingress]
ingress:
  - from:
      - ${peer}
      - podSelector: { matchLabels: { app: epp } }`);

const serverIngress = (app: string) =>
  policy(`
podSelector: { matchLabels: { app: vllm } }
ingress:
  - from: [{ podSelector: { matchLabels: { app: ${app} } } }]
    ports: [{ port: 8000 }]`);

export const NETWORK_EXAMPLES: Examples = {
  'LLMD-NETWORK-API-SERVER': {
    failing: stack({}, policy(PICKER_EGRESS)),
    passing: stack({}, policy(`${PICKER_EGRESS}\n  - ports: [{ port: 443 }, { port: 6443 }]`)),
  },
  'LLMD-NETWORK-DNS': {
    failing: stack(PLAINTEXT, ENVOY, policy(ENVOY_EGRESS)),
    passing: stack(PLAINTEXT, ENVOY, policy(`${ENVOY_EGRESS}\n  - ports: [{ port: 53, protocol: UDP }]`)),
  },
  'LLMD-NETWORK-GATEWAY': {
    failing: stack(FROM_ELSEWHERE, admitting('podSelector: {}')),
    passing: stack(
      FROM_ELSEWHERE,
      admitting('namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: gateways } }'),
    ),
  },
  'LLMD-NETWORK-PATH': {
    failing: stack(NO_GATEWAY, serverIngress('other')),
    passing: stack(NO_GATEWAY, serverIngress('epp')),
  },
};
