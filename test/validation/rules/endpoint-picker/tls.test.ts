import { EPP_TLS } from '../../../../lib/validation/rules/endpoint-picker/tls';
import { diagnostics } from '../../../support/diagnostics';
import { deployment, pickerContainer, pool, service } from '../../../support/manifests';
import { ARGS } from '../../../support/picker-violations';

const plain = ['--secure-serving=false'];
const TLS: readonly string[] = [];
const VERIFIABLE = ['--cert-path=/certs'];

function violationsOf(args: readonly string[], beside: readonly object[]): string[] {
  const picker = deployment('opt-epp', {
    containers: [pickerContainer(['--pool-name=opt', ...args])],
    volumes: [{ name: 'proxy', configMap: { name: 'proxy' } }],
  });
  const ports = [{ name: 'grpc', port: 9002 }];
  return diagnostics([EPP_TLS], [picker, service('opt-epp', 'opt-epp', { ports }), pool('opt', 'vllm'), ...beside]);
}

const servesTls = (client: string) =>
  `LLMD-EPP-TLS ${ARGS}: container epp serves TLS, and ${client} speaks plaintext; set --secure-serving=false, or let the proxy speak TLS`;
const servesPlain = (client: string) =>
  `LLMD-EPP-TLS ${ARGS}[1]: container epp serves plaintext, and ${client} speaks TLS; set --secure-serving=true, or let the proxy speak plaintext`;
const selfSigned = (client: string) =>
  `LLMD-EPP-TLS ${ARGS}: container epp makes its certificate itself, and ${client} verifies it; mount a certificate that the proxy trusts, and name it by --cert-path`;

type Way = 'plaintext' | 'unverified' | 'verified';

/** The violations of three pickers: with a self-signed certificate, with a mounted one, and without TLS. */
const fit = (beside: readonly object[]) => [TLS, VERIFIABLE, plain].map((args) => violationsOf(args, beside));

/** Their expected violations. */
function expected(speaks: Way, client: string): string[][] {
  const at = (text: string) => text.replace(`${ARGS}:`, `${ARGS}[1]:`);
  return {
    plaintext: [[servesTls(client)], [at(servesTls(client))], []],
    unverified: [[], [], [servesPlain(client)]],
    verified: [[selfSigned(client)], [], [servesPlain(client)]],
  }[speaks];
}

const configMap = (...texts: string[]) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'proxy', namespace: 'default' },
  data: Object.fromEntries(texts.map((text, index) => [`${index}.yaml`, text])),
});
const bootstrap = (address: string, socket = '', cluster = 'picker') =>
  JSON.stringify({
    listeners: [
      {
        http_filters: [
          {
            name: 'envoy.filters.http.ext_proc',
            typed_config: { grpc_service: { envoy_grpc: { cluster_name: 'picker' } } },
          },
        ],
      },
    ],
    static_resources: {
      clusters: [
        null,
        {
          name: cluster,
          transport_socket: socket ? JSON.parse(socket) : undefined,
          load_assignment: { endpoints: [{ address: { socket_address: { address, port_value: 9002 } } }] },
        },
      ],
    },
  });
const SOCKET = '{"name":"envoy.transport_sockets.tls","typed_config":{"common_tls_context":{"validation_context":{}}}}';
const TRUSTING =
  '{"typed_config":{"@type":"a.UpstreamTlsContext","common_tls_context":{"validation_context":{"trusted_ca":{}}}}}';

describe('Envoy', () => {
  const client = 'Envoy, by its configuration in ConfigMap default/proxy,';

  test.each<[string, string, Way]>([
    ['beside the picker', bootstrap('127.0.0.1'), 'plaintext'],
    ['at localhost', bootstrap('localhost'), 'plaintext'],
    ['elsewhere', bootstrap('opt-epp.default.svc.cluster.local'), 'plaintext'],
    ['in the same namespace', bootstrap('opt-epp'), 'plaintext'],
    ['with TLS', bootstrap('opt-epp.default', SOCKET), 'unverified'],
    ['with a CA', bootstrap('opt-epp.default.svc', TRUSTING), 'verified'],
  ])('%s', (_, text, speaks) => expect(fit([configMap(text)])).toEqual(expected(speaks, client)));

  test.each([
    ['for another host', bootstrap('other.default.svc')],
    ['for another namespace', bootstrap('opt-epp.other.svc')],
    ['for an address', bootstrap('10.0.0.1')],
    ['with another cluster', bootstrap('127.0.0.1', '', 'other')],
    ['with no YAML', 'ext_proc: {'],
    ['without clusters', 'ext_proc: 1'],
    ['with clusters of nothing', 'grpc_service: ext_proc\nstatic_resources: { clusters: [{}] }'],
    ['that contains itself', '&a\next_proc: [*a, *a, *a]'],
  ])('%s is not a client of the picker', (_, text) => {
    expect(violationsOf(TLS, [configMap(text)])).toEqual([]);
    expect(violationsOf(plain, [configMap(text)])).toEqual([]);
  });

  test('is reported once', () => {
    expect(violationsOf(TLS, [configMap(bootstrap('127.0.0.1'), bootstrap('opt-epp'))])).toEqual([servesTls(client)]);
  });

  test('and another one with a different protocol contradict each other', () => {
    expect(violationsOf(TLS, [configMap(bootstrap('127.0.0.1'), bootstrap('opt-epp', SOCKET))])).toEqual([
      servesTls(client).replace(/;.*/, '; let all proxies ask in the same way'),
    ]);
  });
});

test('agentgateway without a controller speaks plaintext', () => {
  const routing = {
    binds: [{ policies: { inferenceRouting: { endpointPicker: { host: 'opt-epp.default.svc:9002' } } } }],
  };
  const client = 'agentgateway, by its configuration in ConfigMap default/proxy,';
  expect(fit([configMap(JSON.stringify(routing))])).toEqual(expected('plaintext', client));
  expect(violationsOf(TLS, [configMap('inferenceRouting:')])).toEqual([]);
});

const gateway = (gatewayClassName: string) => ({
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'Gateway',
  metadata: { name: 'web', namespace: 'default' },
  spec: { gatewayClassName, listeners: [] },
});
const ROUTE = {
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'HTTPRoute',
  metadata: { name: 'opt', namespace: 'default' },
  spec: {
    parentRefs: [{ name: 'web' }, { name: 'other' }, { kind: 'Service', name: 'web' }],
    rules: [
      {},
      { backendRefs: [{ name: 'vllm' }, { group: 'inference.networking.k8s.io', kind: 'InferencePool', name: 'opt' }] },
    ],
  },
};
const destination = (tls: object | undefined, host = 'opt-epp.default.svc.cluster.local') => ({
  apiVersion: 'networking.istio.io/v1',
  kind: 'DestinationRule',
  metadata: { name: 'opt-epp', namespace: 'default' },
  spec: { host, trafficPolicy: { tls } },
});

describe('Gateways', () => {
  test.each(['agentgateway', 'nginx'])('%s speaks TLS', (name) => {
    expect(fit([gateway(name), ROUTE])).toEqual(expected('unverified', `${name} of Gateway default/web`));
  });

  test.each(['gke-l7-rilb', 'eg', 'unknown'])('the protocol of %s is not known', (name) => {
    expect(violationsOf(TLS, [gateway(name), ROUTE])).toEqual([]);
    expect(violationsOf(plain, [gateway(name), ROUTE])).toEqual([]);
  });

  test.each<[string, object[], Way]>([
    ['without a DestinationRule', [], 'plaintext'],
    ['with one for another host', [destination({ mode: 'SIMPLE' }, 'other')], 'plaintext'],
    ['with one that turns TLS off', [destination({ mode: 'DISABLE' })], 'plaintext'],
    ['with one that skips the check', [destination({ mode: 'SIMPLE', insecureSkipVerify: true })], 'unverified'],
    ['with one that has no CA', [destination({ mode: 'SIMPLE' }, 'opt-epp')], 'unverified'],
    ['with one that has a CA', [destination({ mode: 'SIMPLE', caCertificates: '/ca' })], 'verified'],
    ['with one that knows itself', [destination({ mode: 'MUTUAL' })], 'verified'],
  ])('Istio %s', (_, rules, speaks) =>
    expect(fit([gateway('istio'), ROUTE, ...rules])).toEqual(expected(speaks, 'istio of Gateway default/web')),
  );

  test('Istio with a DestinationRule that says nothing of TLS', () => {
    expect(violationsOf(plain, [gateway('istio'), ROUTE, destination(undefined)])).toEqual([]);
    expect(violationsOf(TLS, [gateway('istio'), ROUTE, destination(undefined)])).toEqual([]);
  });
});

describe('Envoy Gateway by a policy', () => {
  const client = 'Envoy Gateway, by EnvoyExtensionPolicy default/opt,';
  const policy = (ref: object) => ({
    apiVersion: 'gateway.envoyproxy.io/v1alpha1',
    kind: 'EnvoyExtensionPolicy',
    metadata: { name: 'opt', namespace: 'default' },
    spec: { extProc: [{ backendRefs: [ref] }, {}] },
  });
  const backend = (spec: object) => ({
    apiVersion: 'gateway.envoyproxy.io/v1alpha1',
    kind: 'Backend',
    metadata: { name: 'picker', namespace: 'default' },
    spec,
  });
  const TO_BACKEND = policy({ group: 'gateway.envoyproxy.io', kind: 'Backend', name: 'picker' });
  const endpoints = [{ fqdn: { hostname: 'opt-epp.default.svc', port: 9002 } }, { ip: {} }];
  const tlsPolicy = (name: string, namespace = 'default') => ({
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'BackendTLSPolicy',
    metadata: { name: 'opt', namespace },
    spec: { targetRefs: [{ group: '', kind: 'Service', name }] },
  });
  const TO_SERVICE = policy({ name: 'opt-epp', port: 9002 });

  test.each<[string, object[], Way]>([
    ['to a Service', [TO_SERVICE], 'plaintext'],
    ['to a Service with a policy', [TO_SERVICE, tlsPolicy('opt-epp')], 'verified'],
    [
      'to a Service beside one with a policy',
      [TO_SERVICE, tlsPolicy('other'), tlsPolicy('opt-epp', 'other')],
      'plaintext',
    ],
    ['to a Backend', [TO_BACKEND, backend({ endpoints })], 'plaintext'],
    ['to a Backend with TLS', [TO_BACKEND, backend({ endpoints, tls: {} })], 'verified'],
    [
      'to a Backend without a check',
      [TO_BACKEND, backend({ endpoints, tls: { insecureSkipVerify: true } })],
      'unverified',
    ],
  ])('%s', (_, objects, speaks) => expect(fit(objects)).toEqual(expected(speaks, client)));

  test('to what is not in the set is not known', () => {
    expect(violationsOf(TLS, [TO_BACKEND])).toEqual([]);
    expect(violationsOf(TLS, [policy({ name: 'other' })])).toEqual([]);
  });
});

test('an unknown flag is not checked', () => {
  const beside = [configMap(bootstrap('127.0.0.1'))];
  const container = { ...pickerContainer(['--secure-serving=$(X)']), env: [{ name: 'X', valueFrom: {} }] };
  const volumes = [{ name: 'proxy', configMap: { name: 'proxy' } }];
  expect(diagnostics([EPP_TLS], [deployment('epp', { containers: [container], volumes }), ...beside])).toEqual([]);
});
