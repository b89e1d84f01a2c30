import { documents, gateway, httpRoute, modelServer, pool, service } from '../../../../support/rule-objects';
import { ROUTE_RULES } from '../../../../../lib/validation/rules/routing/route';
import { messages } from '../../../../support/diagnostics';
import { parseObjects } from '../../../../support/objects';

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
