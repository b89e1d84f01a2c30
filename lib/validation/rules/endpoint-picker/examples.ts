import type { Examples } from '../../../api-server/example';
import { GAIE_IMAGE, pickerDeployment } from './example';

const MOUNT = {
  container: 'volumeMounts: [{ name: config, mountPath: /config }]',
  pod: 'volumes: [{ name: config, configMap: { name: epp } }]',
};

const CONFIG_MAP = `---
apiVersion: v1
kind: ConfigMap
metadata: { name: epp, namespace: default }
data:
  plugins.yaml: ""
`;

const NAMESPACE = 'env: [{ name: NAMESPACE, valueFrom: { fieldRef: { fieldPath: metadata.namespace } } }]';

/** What the picker asks the API server about whoever reads its metrics. */
const REVIEWS = [
  { group: 'authentication.k8s.io', resource: 'tokenreviews', verb: 'create' },
  { group: 'authorization.k8s.io', resource: 'subjectaccessreviews', verb: 'create' },
];

const access = (kind: string, rules: string) => `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: { name: epp${kind === 'Role' ? ', namespace: default' : ''} }
rules:
${rules}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}Binding
metadata: { name: epp${kind === 'Role' ? ', namespace: default' : ''} }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ${kind}, name: epp }
subjects: [{ kind: ServiceAccount, name: epp, namespace: default }]
`;

const RULES = REVIEWS.map(
  ({ group, resource }) => `  - { apiGroups: [${group}], resources: [${resource}], verbs: [create] }`,
);

const POD = { pod: 'serviceAccountName: epp' };

const service = (targetPort: number) => `---
apiVersion: v1
kind: Service
metadata: { name: epp, namespace: default }
spec:
  selector: { app: epp }
  ports: [{ name: http-metrics, port: 9090, targetPort: ${targetPort} }]
`;

const probe = (port: number) => ({ container: `readinessProbe: { grpc: { port: ${port}, service: readiness } }` });

const ELECTED = '--pool-name=opt, --ha-enable-leader-election';

const probeProbeService = (service: string) => ({
  container: `livenessProbe: { grpc: { port: 9003, service: ${service} } }`,
  replicas: 2,
});

const MOUNTED = { pod: 'volumes: [{ name: envoy, configMap: { name: envoy } }]' };

const BOOTSTRAP = `---
apiVersion: v1
kind: ConfigMap
metadata: { name: envoy, namespace: default }
data:
  envoy.yaml: |
    static_resources:
      listeners:
        - filter_chains:
            - filters:
                - typed_config:
                    http_filters:
                      - name: envoy.filters.http.ext_proc
                        typed_config: { grpc_service: { envoy_grpc: { cluster_name: picker } } }
      clusters:
        - name: picker
          load_assignment:
            endpoints:
              - lb_endpoints:
                  - endpoint: { address: { socket_address: { address: 127.0.0.1, port_value: 9002 } } }
`;

export const ENDPOINT_PICKER_EXAMPLES: Examples = {
  'LLMD-EPP-BOOLEAN': {
    failing: pickerDeployment('--pool-name=opt, --secure-serving, "false"'),
    passing: pickerDeployment('--pool-name=opt, --secure-serving=false'),
  },
  'LLMD-EPP-CERTIFICATE': {
    failing: pickerDeployment('--pool-name=opt, --cert-path=/certs'),
    passing: pickerDeployment('--pool-name=opt, --cert-path=/certs', {
      container: 'volumeMounts: [{ name: certs, mountPath: /certs }]',
      pod: 'volumes: [{ name: certs, secret: { secretName: epp } }]',
    }),
  },
  'LLMD-EPP-CONFIG-FILE': {
    failing: pickerDeployment('--pool-name=opt, --config-file=/config/default.yaml', MOUNT) + CONFIG_MAP,
    passing: pickerDeployment('--pool-name=opt, --config-file=/config/plugins.yaml', MOUNT) + CONFIG_MAP,
  },
  'LLMD-EPP-CONTAINER-PORTS': {
    failing: pickerDeployment('--pool-name=opt, --grpc-port=9004', {
      container: 'ports: [{ name: grpc, containerPort: 9002 }]',
    }),
    passing: pickerDeployment('--pool-name=opt, --grpc-port=9004', {
      container: 'ports: [{ name: grpc, containerPort: 9004 }]',
    }),
  },
  'LLMD-EPP-DEPRECATED': {
    failing: pickerDeployment('--pool-name=opt, --model-server-metrics-path=/metrics', { image: GAIE_IMAGE }),
    passing: pickerDeployment('--pool-name=opt', { image: GAIE_IMAGE }),
  },
  'LLMD-EPP-ENVIRONMENT': {
    failing: pickerDeployment('--pool-name=opt', { namespace: 'llm' }),
    passing: pickerDeployment('--pool-name=opt', { namespace: 'llm', container: NAMESPACE }),
  },
  'LLMD-EPP-FATAL': {
    failing: pickerDeployment('--pool-name=opt, --total-queued-requests-metric=sglang:num_queue_reqs'),
    passing: pickerDeployment('--pool-name=opt'),
  },
  'LLMD-EPP-FLAG': {
    failing: pickerDeployment('--pool-name=opt, --drain-timeout=10s', { image: GAIE_IMAGE }),
    passing: pickerDeployment('--pool-name=opt, --drain-timeout=10s'),
  },
  'LLMD-EPP-METRICS-ACCESS': {
    failing: pickerDeployment('--pool-name=opt', POD) + access('Role', RULES.join('\n')),
    passing: pickerDeployment('--pool-name=opt', POD) + access('ClusterRole', RULES.join('\n')),
  },
  'LLMD-EPP-METRICS-PORT': {
    failing: pickerDeployment('--pool-name=opt, --metrics-port=9095') + service(9090),
    passing: pickerDeployment('--pool-name=opt, --metrics-port=9095') + service(9095),
  },
  'LLMD-EPP-MODE': {
    failing: pickerDeployment('--endpoint-selector=app=vllm'),
    passing: pickerDeployment('--endpoint-selector=app=vllm, "--endpoint-target-ports=8000"'),
  },
  'LLMD-EPP-OTHER-RELEASE': {
    failing: pickerDeployment('--pool=opt', { image: 'example.com/epp:v1.3.0' }),
    passing: pickerDeployment('--pool-name=opt', { image: 'example.com/epp:v1.3.0' }),
  },
  'LLMD-EPP-PORTS': {
    failing: pickerDeployment('--pool-name=opt, --grpc-port=9003'),
    passing: pickerDeployment('--pool-name=opt, --grpc-port=9004'),
  },
  'LLMD-EPP-PROBE-PORT': {
    failing: pickerDeployment('--pool-name=opt', probe(9002)),
    passing: pickerDeployment('--pool-name=opt', probe(9003)),
  },
  'LLMD-EPP-PROBE-SERVICE': {
    failing: pickerDeployment(ELECTED, probeProbeService('inference-extension')),
    passing: pickerDeployment(ELECTED, probeProbeService('liveness')),
  },
  'LLMD-EPP-REPLICAS': {
    failing: pickerDeployment('--pool-name=opt', { replicas: 2 }),
    passing: pickerDeployment('--pool-name=opt, --ha-enable-leader-election', { replicas: 2 }),
  },
  'LLMD-EPP-TLS': {
    failing: pickerDeployment('--pool-name=opt', MOUNTED) + BOOTSTRAP,
    passing: pickerDeployment('--pool-name=opt, --secure-serving=false', MOUNTED) + BOOTSTRAP,
  },
  'LLMD-EPP-TRACING': {
    failing: pickerDeployment('--pool-name=opt'),
    passing: pickerDeployment('--pool-name=opt, --tracing=false'),
  },
  'LLMD-EPP-VALUE': {
    failing: pickerDeployment('--pool-name=opt, --refresh-metrics-interval=50'),
    passing: pickerDeployment('--pool-name=opt, --refresh-metrics-interval=50ms'),
  },
  'LLMD-EPP-WORD': {
    failing: pickerDeployment('--pool-name=opt, grpc-port=9004'),
    passing: pickerDeployment('--pool-name=opt, --grpc-port=9004'),
  },
};
