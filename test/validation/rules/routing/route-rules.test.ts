import { documents, gateway, httpRoute, modelServer, pool, service } from '../../../support/rule-objects';
import { ROUTE_RULES } from '../../../../lib/validation/rules/routing/route';
import { messages } from '../../../support/diagnostics';
import { parseObjects } from '../../../support/objects';

const found = (...yaml: string[]) => messages(ROUTE_RULES, parseObjects(documents(...yaml)));

const timeouts = (fields: string) => ({ rest: `timeouts: { ${fields} }` });

describe('timeouts', () => {
  const VLLM = { backends: ['{ name: vllm, port: 8000 }'] };
  const vllm = (...more: string[]) => [service({ name: 'vllm', ports: '[{ port: 8000 }]' }), ...more];
  const SHORT = timeouts('request: 30s');
  const OTHER = modelServer().replace('vllm/vllm-openai-cpu:v0.32.0', 'nginx:1.29');

  test.each<[string, string[], string[]]>([
    [
      '30 s',
      [gateway(), httpRoute(SHORT)],
      ['LLMD-ROUTE-TIMEOUT-SHORT spec.rules[0].timeouts.request: a response that takes longer than 30s is cut off'],
    ],
    [
      '59.999 s',
      [gateway(), httpRoute(timeouts('request: 59s999ms'))],
      [
        'LLMD-ROUTE-TIMEOUT-SHORT spec.rules[0].timeouts.request: a response that takes longer than 59s999ms is cut off',
      ],
    ],
    ['a minute', [gateway(), httpRoute(timeouts('request: 1m'))], []],
    ['an hour', [gateway(), httpRoute(timeouts('request: 1h'))], []],
    ['none', [gateway(), httpRoute(timeouts('request: 0s'))], []],
    ['something that is no duration', [gateway(), httpRoute(timeouts('request: 30x'))], []],
    [
      '30 s for a try',
      [gateway(), httpRoute(timeouts('request: 0s, backendRequest: 30s'))],
      [
        'LLMD-ROUTE-TIMEOUT-SHORT spec.rules[0].timeouts.backendRequest: a response that takes longer than 30s is cut off',
      ],
    ],
    [
      '30 s for a Service of model servers',
      [gateway(), httpRoute({ ...VLLM, ...SHORT }), ...vllm(modelServer())],
      ['LLMD-ROUTE-TIMEOUT-SHORT spec.rules[0].timeouts.request: a response that takes longer than 30s is cut off'],
    ],
    [
      '30 s for a Service of members of a pool',
      [gateway(), httpRoute({ ...VLLM, ...SHORT }), ...vllm(OTHER, pool())],
      ['LLMD-ROUTE-TIMEOUT-SHORT spec.rules[0].timeouts.request: a response that takes longer than 30s is cut off'],
    ],
    ['30 s for another Service', [gateway(), httpRoute({ ...VLLM, ...SHORT }), ...vllm(OTHER)], []],
    ['30 s for a Service elsewhere', [gateway(), httpRoute({ ...VLLM, ...SHORT })], []],
    [
      '30 s for what is no Service',
      [gateway(), httpRoute({ backends: ['{ group: apps, kind: Deployment, name: vllm }'], ...SHORT }), modelServer()],
      [],
    ],
    [
      '300 s on GKE',
      [gateway({ className: 'gke-l7-rilb' }), httpRoute(timeouts('request: 300s'))],
      ['LLMD-ROUTE-TIMEOUT-GKE spec.rules[0].timeouts: GKE refuses a route with timeouts'],
    ],
    ['nothing on GKE', [gateway({ className: 'gke-l7-rilb' }), httpRoute()], []],
  ])('%s', (_name, yaml, expected) => expect(found(...yaml)).toEqual(expected));

  const policy = (target: string, timeout: string) => `
apiVersion: gateway.envoyproxy.io/v1alpha1
kind: BackendTrafficPolicy
metadata: { name: timeouts }
spec:
  targetRefs: [{ group: gateway.networking.k8s.io, ${target} }]
  ${timeout}`;
  const eg = gateway({ className: 'eg' });

  test.each<[string, string[], string[]]>([
    [
      'nothing for the request',
      [eg, httpRoute(timeouts('backendRequest: 0s'))],
      [
        'LLMD-ROUTE-TIMEOUT-DEFAULT spec.rules[0]: the rule has no timeouts.request, and Envoy Gateway cuts responses after 15 s then',
      ],
    ],
    [
      'nothing at all',
      [eg, httpRoute()],
      [
        'LLMD-ROUTE-TIMEOUT-DEFAULT spec.rules[0]: the rule has no timeouts.request, and Envoy Gateway cuts responses after 15 s then',
      ],
    ],
    ['nothing, to another Service', [eg, httpRoute(VLLM), ...vllm(OTHER)], []],
    [
      'a policy for the route',
      [eg, httpRoute(), policy('kind: HTTPRoute, name: opt', 'timeout: { http: { requestTimeout: 0s } }')],
      [],
    ],
    [
      'a policy for the Gateway',
      [eg, httpRoute(), policy('kind: Gateway, name: inference', 'timeout: { http: { requestTimeout: 0s } }')],
      [],
    ],
    [
      'a policy for another route',
      [eg, httpRoute(), policy('kind: HTTPRoute, name: gemma', 'timeout: { http: { requestTimeout: 0s } }')],
      [
        'LLMD-ROUTE-TIMEOUT-DEFAULT spec.rules[0]: the rule has no timeouts.request, and Envoy Gateway cuts responses after 15 s then',
      ],
    ],
    [
      'a policy for other timeouts',
      [eg, httpRoute(), policy('kind: HTTPRoute, name: opt', 'timeout: { tcp: { connectTimeout: 1s } }')],
      [
        'LLMD-ROUTE-TIMEOUT-DEFAULT spec.rules[0]: the rule has no timeouts.request, and Envoy Gateway cuts responses after 15 s then',
      ],
    ],
    [
      'a policy for the Gateway elsewhere',
      [
        gateway({ namespace: 'a', className: 'eg' }),
        httpRoute({ parent: '{ name: inference, namespace: a }' }),
        policy('kind: Gateway, name: inference', 'timeout: { http: { requestTimeout: 0s } }').replace(
          'name: timeouts',
          'name: timeouts, namespace: a',
        ),
      ],
      [
        'LLMD-ROUTE-NAMESPACE spec.parentRefs[0].name: Gateway a/inference admits no routes of namespace default: http has from: Same',
      ],
    ],
    [
      'on a Gateway that says its parameters',
      [
        gateway({ className: 'mine' }).replace(
          'spec:',
          'spec:\n  infrastructure: { parametersRef: { group: gateway.envoyproxy.io, kind: EnvoyProxy, name: a } }',
        ),
        httpRoute(),
      ],
      [
        'LLMD-ROUTE-TIMEOUT-DEFAULT spec.rules[0]: the rule has no timeouts.request, and Envoy Gateway cuts responses after 15 s then',
      ],
    ],
    [
      'on a Gateway whose class says it',
      [
        gateway({ className: 'mine' }),
        httpRoute(),
        'apiVersion: gateway.networking.k8s.io/v1\nkind: GatewayClass\nmetadata: { name: mine }\nspec: { controllerName: gateway.envoyproxy.io/gatewayclass-controller }',
      ],
      [
        'LLMD-ROUTE-TIMEOUT-DEFAULT spec.rules[0]: the rule has no timeouts.request, and Envoy Gateway cuts responses after 15 s then',
      ],
    ],
    ['on agentgateway', [gateway(), httpRoute()], []],
  ])('of Envoy Gateway: %s', (_name, yaml, expected) => expect(found(...yaml)).toEqual(expected));
});

describe('two rules', () => {
  const route = (name: string, matches: string, more: Parameters<typeof httpRoute>[0] = {}) =>
    httpRoute({ name, rest: matches && `matches: [${matches}]`, ...more });
  const HEADER = '{ headers: [{ name: X-Model, value: a }, { name: x-team, value: b }] }';

  test.each<[string, string[], string[]]>([
    [
      'of two routes match all',
      [route('a', ''), route('b', '')],
      ['LLMD-ROUTE-CONFLICT spec.rules[0]: the rule matches the same requests as HTTPRoute default/a'],
    ],
    [
      'of one route match all',
      [route('a', '').replace('rules:', 'rules:\n    - backendRefs: [{ name: vllm, port: 80 }]')],
      ['LLMD-ROUTE-CONFLICT spec.rules[1]: the rule matches the same requests as spec.rules[0]'],
    ],
    [
      'say the default',
      [route('a', ''), route('b', '{ path: { type: PathPrefix, value: / } }')],
      ['LLMD-ROUTE-CONFLICT spec.rules[0]: the rule matches the same requests as HTTPRoute default/a'],
    ],
    ['match two paths', [route('a', '{ path: { value: /a } }'), route('b', '{ path: { value: /b } }')], []],
    [
      'match a path in two ways',
      [route('a', '{ path: { value: /a } }'), route('b', '{ path: { type: Exact, value: /a } }')],
      [],
    ],
    ['match two methods', [route('a', '{ method: GET }'), route('b', '{ method: POST }')], []],
    [
      'match the same headers',
      [
        route('a', HEADER),
        route('b', '{ headers: [{ name: X-Team, value: b }, { name: x-model, type: Exact, value: a }] }'),
      ],
      ['LLMD-ROUTE-CONFLICT spec.rules[0]: the rule matches the same requests as HTTPRoute default/a'],
    ],
    [
      'match two values',
      [route('a', HEADER), route('b', '{ headers: [{ name: X-Team, value: c }, { name: x-model, value: a }] }')],
      [],
    ],
    [
      'match a value in two ways',
      [
        route('a', '{ headers: [{ name: a, value: b }] }'),
        route('b', '{ headers: [{ name: a, value: b, type: RegularExpression }] }'),
      ],
      [],
    ],
    [
      'match the same parameters',
      [route('a', '{ queryParams: [{ name: a, value: b }] }'), route('b', '{ queryParams: [{ name: a, value: b }] }')],
      ['LLMD-ROUTE-CONFLICT spec.rules[0]: the rule matches the same requests as HTTPRoute default/a'],
    ],
    [
      'match parameters of other cases',
      [route('a', '{ queryParams: [{ name: a, value: b }] }'), route('b', '{ queryParams: [{ name: A, value: b }] }')],
      [],
    ],
    [
      'have one match in common',
      [route('a', '{ method: GET }, { method: PUT }'), route('b', '{ method: POST }, { method: PUT }')],
      ['LLMD-ROUTE-CONFLICT spec.rules[0]: the rule matches the same requests as HTTPRoute default/a'],
    ],
    ['have other hostnames', [route('a', '', { hostnames: 'a.io' }), route('b', '', { hostnames: 'b.io' })], []],
    [
      'have a hostname in common',
      [route('a', '', { hostnames: 'a.io, b.io' }), route('b', '', { hostnames: 'b.io' })],
      ['LLMD-ROUTE-CONFLICT spec.rules[0]: the rule matches the same requests as HTTPRoute default/a'],
    ],
    [
      'have other parents',
      [route('a', ''), route('b', '', { parent: '{ name: other }' })],
      [
        'LLMD-ROUTE-PARENT-MISSING spec.parentRefs[0].name: there is no Gateway default/other; namespace default has inference',
      ],
    ],
    [
      'have a parent in common',
      [route('a', ''), route('b', '', { parent: '{ name: other }, { name: inference }' })],
      [
        'LLMD-ROUTE-CONFLICT spec.rules[0]: the rule matches the same requests as HTTPRoute default/a',
        'LLMD-ROUTE-PARENT-MISSING spec.parentRefs[0].name: there is no Gateway default/other; namespace default has inference',
      ],
    ],
    [
      'have other sections',
      [
        route('a', '', { parent: '{ name: inference, sectionName: http }' }),
        route('b', '', { parent: '{ name: inference, port: 80 }' }),
      ],
      [],
    ],
    [
      'are in other namespaces',
      [route('a', ''), route('b', '', { namespace: 'llm-d' })],
      [
        'LLMD-ROUTE-PARENT-MISSING spec.parentRefs[0].name: there is no Gateway llm-d/inference; there is one in namespace default',
      ],
    ],
    [
      'of three routes match all',
      [route('a', ''), route('b', ''), route('c', '')],
      [
        'LLMD-ROUTE-CONFLICT spec.rules[0]: the rule matches the same requests as HTTPRoute default/a',
        'LLMD-ROUTE-CONFLICT spec.rules[0]: the rule matches the same requests as HTTPRoute default/a',
      ],
    ],
    [
      'stand in a route without a parent',
      [route('a', '', { parent: '' }), route('b', '', { parent: '' })],
      [
        'LLMD-ROUTE-DETACHED spec.parentRefs: the route has no parentRefs',
        'LLMD-ROUTE-DETACHED spec.parentRefs: the route has no parentRefs',
      ],
    ],
  ])('%s', (_name, yaml, expected) => expect(found(gateway(), ...yaml)).toEqual(expected));
});
