import { DataPlane, type EnvoyGatewayOptions, InferencePool } from '../../lib';
import { ENVOY_GATEWAY_POD } from '../support/known-pods';
import { podsOf } from '../support/pods';
import { restrictedViolations } from '../support/restricted';
import { find, type KubeObject, mainContainer, nameOf } from '../support/objects';
import { newChart } from '../support/synth';

const existingPods = { labels: { app: 'elsewhere' }, targetPorts: [9000] };
const HEADER = 'x-gateway-destination-endpoint';

function bind(options?: EnvoyGatewayOptions, namespace = 'team-a') {
  const chart = newChart({ namespace });
  const dataPlane = DataPlane.envoyGateway(options);
  const pool = new InferencePool(chart, 'opt', { existingPods, transport: dataPlane.transport });
  const entry = dataPlane.bind(chart, { pool });
  return { entry, objects: chart.toJson() as KubeObject[] };
}

const { objects } = bind();
const ROUTE = { group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', name: 'opt' };

test('reaches the picker in plaintext: it would verify a certificate', () => {
  expect(mainContainer(objects).args).toContain('--secure-serving=false');
});

test("its route leads to a headless Service over the pool's pods", () => {
  const service = find(objects, 'Service', 'opt-endpoints');
  expect(service.spec).toEqual({
    clusterIP: 'None',
    selector: find(objects, 'InferencePool').spec.selector.matchLabels,
    ports: [{ name: 'http', port: 9000, targetPort: 9000 }],
  });
  expect(find(objects, 'HTTPRoute').spec.rules[0].backendRefs).toMatchObject([
    { kind: 'Service', name: 'opt-endpoints', port: 9000 },
  ]);
});

test('the picker is asked about each request, and without its answer there is none', () => {
  expect(find(objects, 'EnvoyExtensionPolicy').spec).toEqual({
    targetRefs: [ROUTE],
    extProc: [
      expect.objectContaining({
        backendRefs: [expect.objectContaining({ name: 'opt-epp', port: 9002 })],
        failOpen: false,
        messageTimeout: '1000s',
        processingMode: { request: { body: 'FullDuplexStreamed' }, response: { body: 'FullDuplexStreamed' } },
      }),
    ],
  });
});

test('a proxy that is replaced lets running responses end', () => {
  expect(find(objects, 'EnvoyProxy').spec.shutdown).toEqual({ drainTimeout: '60s' });
});

test.each([
  [undefined, undefined, undefined],
  [1, 1, undefined],
  [3, 3, { maxUnavailable: 1 }],
])('%s proxies, and their budget', (replicas, expected, budget) => {
  const { envoyDeployment, envoyPDB } = find(bind({ replicas }).objects, 'EnvoyProxy').spec.provider.kubernetes;
  expect([envoyDeployment.replicas, envoyPDB]).toEqual([expected, budget]);
});

test('its answer overrides the choice of the endpoint', () => {
  expect(find(objects, 'BackendTrafficPolicy').spec).toEqual({
    targetRefs: [ROUTE],
    loadBalancer: { type: 'RoundRobin', endpointOverride: { extractFrom: [{ header: HEADER }] } },
    // vLLM closes after 5 idle seconds; a pod that may have begun to work is not asked again.
    timeout: { http: { connectionIdleTimeout: '4s' } },
    retry: { numRetries: 2, retryOn: { triggers: ['connect-failure', 'refused-stream', 'reset-before-request'] } },
  });
});

test('a client cannot choose its pod: its header is removed before anything reads it', () => {
  expect(find(objects, 'ClientTrafficPolicy').spec).toEqual({
    targetRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'opt-gateway' }],
    headers: { earlyRequestHeaders: { remove: [HEADER] } },
  });
});

describe('its proxy', () => {
  const provider = (options?: EnvoyGatewayOptions) =>
    find(bind(options).objects, 'EnvoyProxy').spec.provider.kubernetes;

  test('is attached to the Gateway, and its Service has a known name', () => {
    expect(find(objects, 'Gateway').spec).toMatchObject({
      gatewayClassName: 'eg',
      infrastructure: { parametersRef: { group: 'gateway.envoyproxy.io', kind: 'EnvoyProxy', name: 'opt-gateway' } },
    });
    expect(provider().envoyService).toMatchObject({ name: 'envoy-team-a--opt-gateway', type: 'ClusterIP' });
    expect(bind().entry.service).toBe('envoy-team-a--opt-gateway');
  });

  test('may have another image, with a version', () => {
    expect(provider({ envoyImage: 'envoy:v1.40.0' }).envoyDeployment.container.image).toBe('envoy:v1.40.0');
    expect(() => bind({ envoyImage: 'envoy:latest' })).toThrow(/^LLMD-IMAGE-FLOATING at DataPlane.envoyGateway: /);
  });

  // The controller does not run here: the pod is from its golden file, and the test merges the patch.
  test('in the known pod of Envoy Gateway v1.9.1 passes `restricted`', () => {
    const [proxy] = podsOf([find(objects, 'EnvoyProxy')]);
    expect(proxy.spec.containers).toHaveLength(2);
    expect(restrictedViolations(proxy.spec)).toEqual([]);
  });

  test('can end its drain: the shutdown manager writes a file to the root, and gets the same securityContext', () => {
    const [proxy] = podsOf([find(objects, 'EnvoyProxy')]);
    const manager = proxy.spec.containers.find(({ name }: any) => name === 'shutdown-manager');
    const { securityContext } = ENVOY_GATEWAY_POD.containers[1];
    expect(manager.securityContext).toMatchObject(securityContext);
    expect(manager.securityContext.readOnlyRootFilesystem ?? false).toBe(false);
  });

  test('has a name that fits a Service, or is refused', () => {
    expect(() => bind({}, 'a'.repeat(44))).not.toThrow();
    expect(() => bind({}, 'a'.repeat(50))).toThrow(
      /^LLMD-NAME at DataPlane.envoyGateway: got "envoy-a{50}--opt-gateway"/,
    );
  });
});

describe('an existing Gateway', () => {
  test('gets the route and the policies, and no Gateway is made', () => {
    const made = bind({ gateway: { name: 'shared', namespace: 'gateways' } });
    expect(made.objects.map(nameOf).filter((name) => /^(Gateway|EnvoyProxy|ClientTrafficPolicy)\//.test(name))).toEqual(
      [],
    );
    expect(find(made.objects, 'HTTPRoute').spec.parentRefs).toMatchObject([{ name: 'shared', namespace: 'gateways' }]);
    expect(find(made.objects, 'EnvoyExtensionPolicy').spec.targetRefs).toEqual([ROUTE]);
    expect(made.entry).toMatchObject({ service: 'envoy-gateways--shared', namespace: 'envoy-gateway-system' });
  });

  test('may have any Service, however long its own name is', () => {
    const gateway = { name: 'a'.repeat(63), namespace: 'gateways' };
    const { entry } = bind({ gateway, service: 'front', controllerNamespace: 'proxies' });
    expect(entry).toMatchObject({ service: 'front', namespace: 'proxies' });
  });
});

test('the GatewayClass may be another', () => {
  expect(find(bind({ gatewayClassName: 'internal' }).objects, 'Gateway').spec.gatewayClassName).toBe('internal');
});
