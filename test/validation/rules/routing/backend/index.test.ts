import { gateway, httpRoute, modelServer, pool, service } from '../../../../support/rule-objects';
import { backendMessages, inModels, POOL_KIND, routeTo, VLLM_SERVICE } from '../../../../support/backend-rules';

describe('the backend', () => {
  test.each<[string, string[], string[]]>([
    ['is a pool', [routeTo(`${POOL_KIND}, name: opt`), pool()], []],
    [
      'is a pool elsewhere',
      [routeTo(`${POOL_KIND}, name: opt`), inModels(pool())],
      [
        'LLMD-BACKEND-MISSING spec.rules[0].backendRefs[0].name: there is no InferencePool default/opt; there is one in namespace models',
      ],
    ],
    ['is a Service', [routeTo('name: vllm, port: 80'), VLLM_SERVICE], []],
    ['is a Service by another port', [routeTo('name: vllm, port: 8000'), VLLM_SERVICE], []],
    [
      'has a port that the Service lacks',
      [routeTo('name: vllm, port: 8080'), VLLM_SERVICE],
      [
        'LLMD-BACKEND-PORT spec.rules[0].backendRefs[0].port: port 8080 is no port of Service default/vllm, which has 80 (http) and 8000',
      ],
    ],
    ['has the number of a name', [routeTo('name: vllm'), VLLM_SERVICE], []],
    [
      'is a Service elsewhere',
      [routeTo('name: vllm, port: 80'), service({ name: 'vllm-2' }), service({ name: 'a' })],
      [
        'LLMD-BACKEND-MISSING spec.rules[0].backendRefs[0].name: there is no Service default/vllm; namespace default has a and vllm-2',
      ],
    ],
    [
      'is of an unknown kind',
      [routeTo('group: example.com, kind: Model, name: opt')],
      ['LLMD-BACKEND-MISSING spec.rules[0].backendRefs[0].name: there is no Model default/opt'],
    ],
    [
      'is mirrored to',
      [
        httpRoute({
          backends: ['{ name: vllm, port: 80 }'],
          rest: 'filters: [{ type: RequestMirror, requestMirror: { backendRef: { name: vllm, port: 1 } } }, { type: RequestMirror, requestMirror: { backendRef: { name: shadow, port: 1 } } }]',
        }),
        VLLM_SERVICE,
      ],
      [
        'LLMD-BACKEND-MISSING spec.rules[0].filters[1].requestMirror.backendRef.name: there is no Service default/shadow; namespace default has vllm',
        'LLMD-BACKEND-PORT spec.rules[0].filters[0].requestMirror.backendRef.port: port 1 is no port of Service default/vllm, which has 80 (http) and 8000',
      ],
    ],
    [
      'is the ext-proc of a policy',
      [
        `
apiVersion: gateway.envoyproxy.io/v1alpha1
kind: EnvoyExtensionPolicy
metadata: { name: picker }
spec:
  targetRefs: [{ group: gateway.networking.k8s.io, kind: HTTPRoute, name: opt }]
  extProc: [{ backendRefs: [{ name: vllm, port: 9002 }, { name: epp, port: 9002 }] }]`,
        VLLM_SERVICE,
      ],
      [
        'LLMD-BACKEND-MISSING spec.extProc[0].backendRefs[1].name: there is no Service default/epp; namespace default has vllm',
        'LLMD-BACKEND-PORT spec.extProc[0].backendRefs[0].port: port 9002 is no port of Service default/vllm, which has 80 (http) and 8000',
      ],
    ],
    [
      'is that of an Ingress',
      [
        `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: a }
spec:
  defaultBackend: { service: { name: vllm, port: { number: 81 } } }
  rules: [{ http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: vllm, port: { name: http } } } }, { path: /a, pathType: Prefix, backend: { service: { name: vllm, port: { name: web } } } }] } }]`,
        VLLM_SERVICE,
      ],
      [
        'LLMD-BACKEND-PORT spec.defaultBackend.service.port.number: port 81 is no port of Service default/vllm, which has 80 (http) and 8000',
        'LLMD-BACKEND-PORT spec.rules[0].http.paths[1].backend.service.port.name: port web is no port of Service default/vllm, which has 80 (http) and 8000',
      ],
    ],
  ])('%s', (_name, yaml, expected) => expect(backendMessages(...yaml)).toEqual(expected));
});

describe('a rule', () => {
  test.each<[string, string[], string[]]>([
    [
      'has weights of 0',
      [routeTo('name: vllm, port: 80, weight: 0', 'name: vllm, port: 8000, weight: 0'), VLLM_SERVICE],
      ['LLMD-BACKEND-WEIGHTS spec.rules[0].backendRefs: every backend of the rule has weight 0'],
    ],
    [
      'has a weight of 0',
      [routeTo('name: vllm, port: 80, weight: 0', 'name: vllm, port: 8000, weight: 1'), VLLM_SERVICE],
      [],
    ],
    ['has no weights', [routeTo('name: vllm, port: 80'), VLLM_SERVICE], []],
    ['has no backends', [httpRoute({ backends: [] }).replace('backendRefs:\n', 'name: redirect')], []],
    [
      'leads to two pools on Istio',
      [
        gateway({ className: 'istio' }),
        routeTo(`${POOL_KIND}, name: a`, `${POOL_KIND}, name: b`),
        pool({ name: 'a' }),
        pool({ name: 'b' }),
      ],
      [
        'LLMD-BACKEND-POOLS-ISTIO spec.rules[0].backendRefs: the rule leads to the pools a and b, and Istio asks the endpoint picker of b for all of them',
      ],
    ],
    [
      'leads to two pools on agentgateway',
      [gateway(), routeTo(`${POOL_KIND}, name: a`, `${POOL_KIND}, name: b`), pool({ name: 'a' }), pool({ name: 'b' })],
      [],
    ],
    [
      'leads to a pool and a Service on Istio',
      [
        gateway({ className: 'istio' }),
        routeTo(`${POOL_KIND}, name: opt`, 'name: vllm, port: 80'),
        pool(),
        VLLM_SERVICE,
      ],
      [],
    ],
    [
      'leads to a pool and mirrors to another on Istio',
      [
        gateway({ className: 'istio' }),
        httpRoute({
          backends: [`{ ${POOL_KIND}, name: a }`],
          rest: `filters: [{ type: RequestMirror, requestMirror: { backendRef: { ${POOL_KIND}, name: b } } }]`,
        }),
        pool({ name: 'a' }),
        pool({ name: 'b' }),
      ],
      [],
    ],
    [
      'gives a pool a port',
      [routeTo(`${POOL_KIND}, name: opt, port: 8000`), pool()],
      [
        'LLMD-BACKEND-POOL-PORT spec.rules[0].backendRefs[0].port: port 8000 has no effect beside InferencePool default/opt',
      ],
    ],
    [
      'is the second one',
      [
        httpRoute({ backends: ['{ name: vllm, port: 80 }'], rest: 'matches: [{ path: { value: /a } }]' }) +
          '\n    - backendRefs: [{ name: vllm, port: 80, weight: 0 }]',
        VLLM_SERVICE,
      ],
      ['LLMD-BACKEND-WEIGHTS spec.rules[1].backendRefs: every backend of the rule has weight 0'],
    ],
    [
      'stands in a route without rules',
      ['{ apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: { name: a } }'],
      [],
    ],
  ])('%s', (_name, yaml, expected) => expect(backendMessages(...yaml)).toEqual(expected));
});

test('model servers are needed for none of this', () => expect(backendMessages(modelServer())).toEqual([]));
