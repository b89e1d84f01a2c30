import { NETWORK_RULES } from '../../../../lib/validation/rules/network';
import { NETWORK_GATEWAY } from '../../../../lib/validation/rules/network/gateway';
import { diagnostics, places } from '../../../support/diagnostics';
import { app, policy, STACK } from '../../../support/network-policies';

describe('a Gateway', () => {
  const ROUTES = 'gateway.networking.k8s.io/v1';
  const gateway = (gatewayClassName: string) => ({
    apiVersion: ROUTES,
    kind: 'Gateway',
    metadata: { name: 'web', namespace: 'gateways' },
    spec: { gatewayClassName },
  });
  const backend = { group: 'inference.networking.k8s.io', kind: 'InferencePool', name: 'opt' };
  const route = (backendRefs: object[], parent: object = {}, name = 'opt') => ({
    apiVersion: ROUTES,
    kind: 'HTTPRoute',
    metadata: { name, namespace: 'default' },
    spec: { parentRefs: [{ name: 'web', namespace: 'gateways', ...parent }], rules: [{ backendRefs }, {}] },
  });
  const OWN_ONLY = policy({ podSelector: {}, ingress: [{ from: [{ podSelector: {} }] }] });
  const DENY_ALL = policy({ podSelector: {} });
  const check = (...objects: object[]) => places([NETWORK_GATEWAY], [...STACK, ...objects]);

  test('reaches the picker and the pods', () => {
    expect(
      diagnostics(NETWORK_RULES, [
        ...STACK,
        gateway('istio'),
        route([backend]),
        OWN_ONLY,
        policy({ ...OWN_ONLY.spec }, 'two'),
      ]),
    ).toEqual(
      [
        [9002, 'opt-epp', 'ask for an endpoint'],
        [8000, 'vllm', 'send requests'],
      ].map(
        ([port, server, purpose]) =>
          `LLMD-NETWORK-GATEWAY spec.ingress: the proxies of Gateway gateways/web must reach port ${port} of Deployment default/${server} to ${purpose}, and guard and two cannot admit them; add an ingress rule for the namespace of the proxies, by its label kubernetes.io/metadata.name, to port ${port}`,
      ),
    );
  });

  test.each<[string, object[], number]>([
    ['agentgateway', [gateway('agentgateway'), route([backend]), OWN_ONLY], 2],
    ['kgateway', [gateway('kgateway'), route([backend]), OWN_ONLY], 2],
    ['Envoy Gateway, whose proxies run anywhere', [gateway('eg'), route([backend]), OWN_ONLY], 0],
    ['Envoy Gateway, where nothing is admitted', [gateway('eg'), route([backend]), DENY_ALL], 2],
    ['one that is not here', [route([backend]), OWN_ONLY], 0],
    ['one that is not here, where nothing is admitted', [route([backend]), DENY_ALL], 2],
    [
      'unknown labels',
      [
        gateway('istio'),
        route([backend]),
        policy({ podSelector: {}, ingress: [{ from: [{ namespaceSelector: {}, podSelector: app('x') }] }] }),
      ],
      0,
    ],
    ['two routes', [gateway('istio'), route([backend]), route([backend, backend], {}, 'two'), OWN_ONLY], 2],
    ['another parent', [route([backend], { kind: 'Service' }), DENY_ALL], 0],
    ['another backend', [route([{ name: 'vllm', port: 8000 }]), DENY_ALL], 0],
    ['a pool that is not here', [route([{ ...backend, name: 'x' }]), DENY_ALL], 0],
    ['a pool of another namespace', [route([{ ...backend, namespace: 'x' }]), DENY_ALL], 0],
    [
      'its own namespace',
      [
        gateway('istio'),
        route([backend]),
        policy({
          podSelector: {},
          ingress: [{ from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'gateways' } } }] }],
        }),
      ],
      0,
    ],
    [
      'in the namespace of its route',
      [
        { ...gateway('istio'), metadata: { name: 'web', namespace: 'default' } },
        route([backend], { namespace: undefined }),
        OWN_ONLY,
      ],
      0,
    ],
  ])('of %s', (_, objects, count) => {
    expect(check(...objects)).toHaveLength(count);
  });
});
