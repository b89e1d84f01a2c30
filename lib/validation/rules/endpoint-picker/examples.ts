import type { Examples } from '../../../api-server/example';
import { documents, type PodPatch } from '../../../api-server/example-objects';
import { config, configMap } from '../endpoint-picker-config/example';
import { access, METRICS_ACCESS, modelServer, picker, PICKER_RIGHTS, service, stack } from '../example-objects';

/** The complete stack with these arguments of the picker. */
const withArgs = (args: string, patch: PodPatch & { readonly settings?: string } = {}) =>
  stack({ picker: picker({ args: args === '' ? '--pool-name=opt' : `--pool-name=opt, ${args}`, ...patch }) });

const GAIE = { image: 'registry.k8s.io/gateway-api-inference-extension/epp:v1.5.0' };

const MOUNT = {
  container: 'volumeMounts: [{ name: config, mountPath: /config }]',
  pod: 'volumes: [{ name: config, configMap: { name: epp } }]',
};

const configFile = (file: string) =>
  stack(
    { picker: picker({ args: `--pool-name=opt, --config-file=/config/${file}`, ...MOUNT }) },
    `
apiVersion: v1
kind: ConfigMap
metadata: { name: epp }
data: { plugins.yaml: "" }`,
  );

/** A picker that chooses decode pods by their role. */
const decoding = (role: string) =>
  stack(
    {
      picker: picker({ args: '--pool-name=opt, --config-file=/config/plugins.yaml', ...MOUNT }),
      modelServer: modelServer({ labels: `app: vllm, llm-d.ai/role: ${role}` }),
    },
    configMap(
      config(
        'plugins: [{ type: decode-filter }]\nschedulingProfiles: [{ name: decode, plugins: [{ pluginRef: decode-filter }] }]',
      ),
    ),
  );

const PRECISE = `
  - type: endpoint-notification-source
  - type: precise-prefix-cache-producer
    parameters:
      tokenProcessorConfig: { blockSizeTokens: SIZE }
schedulingProfiles: [{ name: default, plugins: [{ pluginRef: prefix-cache-scorer }] }]
dataLayer: { sources: [{ pluginRef: endpoint-notification-source, extractors: [{ pluginRef: precise-prefix-cache-producer }] }] }`;

/** A picker that knows from events of vLLM what is in each cache. */
const precise = (model: string, size: number) =>
  stack(
    {
      picker: picker({ args: '--pool-name=opt, --config-file=/config/plugins.yaml', ...MOUNT }),
      modelServer: modelServer({ args: '--block-size=64' }),
    },
    configMap(
      config(`plugins:
  - { type: token-producer, parameters: { modelName: ${model}, vllm: { url: "http://127.0.0.1:8082" } } }
  - { type: prefix-cache-scorer, parameters: { prefixMatchInfoProducerName: precise-prefix-cache-producer } }${PRECISE.replace('SIZE', String(size))}`),
    ),
  );

const CERTIFICATE = {
  container: 'volumeMounts: [{ name: certs, mountPath: /certs }]',
  pod: 'volumes: [{ name: certs, secret: { secretName: epp } }]',
};

const SECRET = `
apiVersion: v1
kind: Secret
metadata: { name: epp }
type: kubernetes.io/tls
data: { tls.crt: "", tls.key: "" }`;

const reviews = (...rights: readonly string[]) => stack({ picker: picker({ settings: '--tracing=false' }) }, ...rights);

const metrics = (targetPort: number) =>
  stack({
    picker: picker({ args: '--pool-name=opt, --metrics-port=9095', container: 'ports: null' }),
    service: service({
      ports: `[{ name: grpc-ext-proc, port: 9002 }, { name: http-metrics, port: 9090, targetPort: ${targetPort} }]`,
    }),
  });

const declaring = (port: number) =>
  withArgs('--metrics-port=9095', {
    ports: `[{ name: grpc-ext-proc, containerPort: 9002 }, { name: metrics, containerPort: ${port} }]`,
  });

const ELECTED_ACCESS = access(`${PICKER_RIGHTS}
- { apiGroups: [coordination.k8s.io], resources: [leases], verbs: [get, create, update] }
- { apiGroups: [""], resources: [events], verbs: [create, patch] }`);

const elected = (probe = '') =>
  stack({
    picker: picker({
      args: '--pool-name=opt, --ha-enable-leader-election',
      object: 'spec: { replicas: 2 }',
      container: probe,
    }),
    access: ELECTED_ACCESS,
  });

const POD_NAME = 'env: [{ name: POD_NAME, valueFrom: { fieldRef: { fieldPath: metadata.name } } }]';

/** A picker without a pool. */
const selecting = (args: string, container = POD_NAME) =>
  documents(picker({ args: `--endpoint-selector=app=vllm${args}`, container }), access());

const BOOTSTRAP = `
apiVersion: v1
kind: ConfigMap
metadata: { name: envoy }
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
                  - endpoint: { address: { socket_address: { address: 127.0.0.1, port_value: 9002 } } }`;

const besideEnvoy = (args: string) =>
  stack(
    {
      picker: picker({
        args: ['--pool-name=opt', args].filter(Boolean).join(', '),
        pod: 'volumes: [{ name: envoy, configMap: { name: envoy } }]',
      }),
      gateway: '',
      route: '',
    },
    BOOTSTRAP,
  );

export const ENDPOINT_PICKER_EXAMPLES: Examples = {
  'LLMD-EPP-BOOLEAN': {
    failing: withArgs('--enable-pprof, "false"'),
    passing: withArgs('--enable-pprof=false'),
  },
  'LLMD-EPP-CERTIFICATE': {
    failing: withArgs('--cert-path=/certs'),
    passing: documents(withArgs('--cert-path=/certs', CERTIFICATE), SECRET),
  },
  'LLMD-EPP-CONFIG-FILE': { failing: configFile('default.yaml'), passing: configFile('plugins.yaml') },
  'LLMD-EPP-CONTAINER-PORTS': { failing: declaring(9090), passing: declaring(9095) },
  'LLMD-EPP-DEPRECATED': {
    failing: withArgs('--model-server-metrics-path=/metrics', GAIE),
    passing: withArgs('', GAIE),
  },
  'LLMD-EPP-ENVIRONMENT': {
    failing: selecting(', --endpoint-target-ports=8000', ''),
    passing: selecting(', --endpoint-target-ports=8000'),
  },
  'LLMD-EPP-FATAL': {
    failing: withArgs('--total-queued-requests-metric=sglang:num_queue_reqs'),
    passing: stack(),
  },
  'LLMD-EPP-FLAG': { failing: withArgs('--drain-timeout=10s', GAIE), passing: withArgs('--drain-timeout=10s') },
  'LLMD-EPP-METRICS-ACCESS': { failing: reviews(), passing: reviews(METRICS_ACCESS) },
  'LLMD-EPP-METRICS-PORT': { failing: metrics(9090), passing: metrics(9095) },
  'LLMD-EPP-MODE': { failing: selecting(''), passing: selecting(', --endpoint-target-ports=8000') },
  'LLMD-EPP-OTHER-RELEASE': {
    failing: withArgs('--pool=opt', { image: 'example.com/epp:v1.3.0' }),
    passing: withArgs('', { image: 'example.com/epp:v1.3.0' }),
  },
  'LLMD-EPP-PORTS': { failing: withArgs('--grpc-health-port=9002'), passing: withArgs('--grpc-health-port=9004') },
  'LLMD-EPP-PROBE-PORT': {
    failing: withArgs('', { container: 'readinessProbe: { grpc: { port: 9002, service: readiness } }' }),
    passing: withArgs('', { container: 'readinessProbe: { grpc: { port: 9003, service: readiness } }' }),
  },
  'LLMD-EPP-PROBE-SERVICE': {
    failing: elected('livenessProbe: { grpc: { port: 9003, service: inference-extension } }'),
    passing: elected('livenessProbe: { grpc: { port: 9003, service: liveness } }'),
  },
  'LLMD-EPP-REPLICAS': {
    failing: stack({ picker: picker({ object: 'spec: { replicas: 2 }' }) }),
    passing: elected(),
  },
  'LLMD-EPP-PREFIX-INDEX': { failing: precise('facebook/opt-125m', 16), passing: precise('facebook/opt-125m', 64) },
  'LLMD-EPP-TOKEN-MODEL': { failing: precise('facebook/opt-350m', 64), passing: precise('facebook/opt-125m', 64) },
  'LLMD-EPP-ROLE': { failing: decoding('decoder'), passing: decoding('decode') },
  'LLMD-EPP-TLS': { failing: besideEnvoy(''), passing: besideEnvoy('--secure-serving=false') },
  'LLMD-EPP-TRACING': {
    failing: stack({ picker: picker({ settings: '--metrics-endpoint-auth=false' }) }),
    passing: stack(),
  },
  'LLMD-EPP-VALUE': {
    failing: withArgs('--refresh-metrics-interval=50'),
    passing: withArgs('--refresh-metrics-interval=50ms'),
  },
  'LLMD-EPP-WORD': {
    failing: withArgs('refresh-metrics-interval=50ms'),
    passing: withArgs('--refresh-metrics-interval=50ms'),
  },
};
