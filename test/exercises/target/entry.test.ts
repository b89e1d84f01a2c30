import { entriesOf } from '../../../lib/exercises/target/entry';
import { withCluster } from '../../support/simulated-api-server';

const POOL = { namespace: 'llm', name: 'opt', labels: {}, ports: [8000], picker: 'epp' };
const GATEWAY_API = '/apis/gateway.networking.k8s.io/v1';

const GATEWAY = {
  spec: {
    listeners: [
      { name: 'https', protocol: 'HTTPS', port: 443 },
      { name: 'http', protocol: 'HTTP', port: 80 },
    ],
  },
};

function route(backend: object, more: object = {}) {
  return {
    metadata: { name: 'route', namespace: 'llm' },
    spec: { parentRefs: [{ name: 'web' }], rules: [{ backendRefs: [backend] }], ...more },
  };
}

function service(name: string, ports: object[], selector: object = { app: name }) {
  return { metadata: { name, namespace: 'llm' }, spec: { selector, ports } };
}

const PROXY = service('web-proxy', [{ port: 80 }]);
const TO_POOL = route({ kind: 'InferencePool', name: 'opt' });

/** The entries of the pool in a cluster with these routes. */
function entries(routes: object[], more: { [path: string]: object } = {}) {
  const paths = {
    [`${GATEWAY_API}/namespaces/llm/httproutes`]: { items: routes },
    [`${GATEWAY_API}/namespaces/llm/gateways/web`]: GATEWAY,
    '/api/v1/namespaces/llm/services?labelSelector=gateway.networking.k8s.io/gateway-name=web': { items: [PROXY] },
    '/api/v1/namespaces/llm/services': { items: [] },
    '/api/v1/namespaces/llm/pods': { items: [] },
    ...more,
  };
  return withCluster([paths], (cluster) => entriesOf(cluster, POOL));
}

test('a Gateway with a route to the pool: the Service of its proxy, at the port of its HTTP listener', async () => {
  expect(await entries([TO_POOL])).toEqual([{ name: 'Gateway web', service: PROXY, port: 80, host: undefined }]);
});

test('the host name of the route goes into the requests', async () => {
  const [{ host }] = await entries([route({ kind: 'InferencePool', name: 'opt' }, { hostnames: ['llm.example'] })]);
  expect(host).toBe('llm.example');
});

test.each<[string, object]>([
  ['another pool', { kind: 'InferencePool', name: 'gpt' }],
  ['a pool of another namespace', { kind: 'InferencePool', name: 'opt', namespace: 'other' }],
  ['a Service past the picker', { kind: 'Service', name: 'vllm' }],
])('a route to %s is no entry', async (_, backend) => {
  await expect(entries([route(backend)])).rejects.toThrow(
    'LLMD-ENTRY at InferencePool llm/opt: got no Gateway with a route to it',
  );
});

test('with Envoy Gateway it is the policy of a route that asks the picker', async () => {
  const policies = '/apis/gateway.envoyproxy.io/v1alpha1/namespaces/llm/envoyextensionpolicies';
  const policy = (picker: string) => ({
    items: [
      {
        metadata: { name: 'policy' },
        spec: { targetRefs: [{ kind: 'HTTPRoute', name: 'route' }], extProc: [{ backendRefs: [{ name: picker }] }] },
      },
    ],
  });
  const toPods = route({ kind: 'Service', name: 'opt-endpoints' });
  expect(await entries([toPods], { [policies]: policy('epp') })).toHaveLength(1);
  await expect(entries([toPods], { [policies]: policy('another') })).rejects.toThrow('LLMD-ENTRY');
});

test('without a Gateway: a port of a Service that is its proxy', async () => {
  const pod = {
    metadata: { name: 'epp-1', labels: { app: 'epp' } },
    spec: {
      containers: [
        { name: 'epp', image: 'registry.example/epp:v1', ports: [{ name: 'metrics', containerPort: 9090 }] },
        { name: 'envoy', image: 'docker.io/envoyproxy/envoy:v1.40.0', ports: [{ name: 'http', containerPort: 8081 }] },
      ],
    },
  };
  const beside = service('epp', [
    { port: 9090, targetPort: 'metrics' },
    { port: 80, targetPort: 'http' },
  ]);
  const found = await entries([], {
    '/api/v1/namespaces/llm/services': { items: [service('other', [{ port: 80 }]), beside] },
    '/api/v1/namespaces/llm/pods': { items: [pod] },
  });
  expect(found).toEqual([{ name: 'Service epp', service: beside, port: 80 }]);
});
