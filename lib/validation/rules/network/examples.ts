import type { Examples } from '../../../api-server/example';
import { ROUTE, stackWithPolicy } from './example';
import { service } from '../example-objects';

const TO_PODS = `
podSelector:
  matchLabels: { app: epp }
policyTypes: [Egress]
egress:
  - to:
      - podSelector: {}`;

const ENVOY = [
  `
apiVersion: v1
kind: ConfigMap
metadata: { name: envoy }
data:
  envoy.yaml: |
    http_filters: [{ name: envoy.filters.http.ext_proc }]
    clusters:
      - address: epp.default.svc`,
  service(),
  `
apiVersion: v1
kind: Pod
metadata: { name: envoy, labels: { app: envoy } }
spec:
  containers:
    - name: envoy
      image: docker.io/envoyproxy/envoy:distroless-v1.40.0
  volumes:
    - name: config
      configMap: { name: envoy }`,
];

const DNS_TO_PODS = `
podSelector:
  matchLabels: { app: envoy }
policyTypes: [Egress]
egress:
  - to:
      - podSelector: {}
    ports:
      - port: 9002
      - port: 8000`;

const admitting = (peer: string) => `
podSelector: {}
policyTypes: [Ingress]
ingress:
  - from:
      - ${peer}`;

const admittingPath = (app: string) => `
podSelector:
  matchLabels: { app: vllm }
ingress:
  - from:
      - podSelector:
          matchLabels: { app: ${app} }
    ports:
      - port: 8000`;

export const NETWORK_EXAMPLES: Examples = {
  'LLMD-NETWORK-API-SERVER': {
    failing: stackWithPolicy(TO_PODS),
    passing: stackWithPolicy(`${TO_PODS}\n  - ports:\n      - port: 443\n      - port: 6443`),
  },
  'LLMD-NETWORK-DNS': {
    failing: stackWithPolicy(DNS_TO_PODS, ENVOY),
    passing: stackWithPolicy(`${DNS_TO_PODS}\n  - ports:\n      - port: 53\n        protocol: UDP`, ENVOY),
  },
  'LLMD-NETWORK-GATEWAY': {
    failing: stackWithPolicy(admitting('podSelector: {}'), ROUTE),
    passing: stackWithPolicy(
      admitting('namespaceSelector:\n          matchLabels: { kubernetes.io/metadata.name: gateways }'),
      ROUTE,
    ),
  },
  'LLMD-NETWORK-PATH': {
    failing: stackWithPolicy(admittingPath('other')),
    passing: stackWithPolicy(admittingPath('epp')),
  },
};
