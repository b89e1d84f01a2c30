import { documents, gateway, httpRoute, modelServer, pool, service } from '../../../../support/rule-objects';
import { BACKEND_RULES } from '../../../../../lib/validation/rules/routing/backend';
import { messages } from '../../../../support/diagnostics';
import { parseObjects } from '../../../../support/objects';

const found = (...yaml: string[]) => messages(BACKEND_RULES, parseObjects(documents(...yaml)));

const POOL = 'group: inference.networking.k8s.io, kind: InferencePool';
const route = (...backends: string[]) => httpRoute({ backends: backends.map((backend) => `{ ${backend} }`) });
const vllm = service({ name: 'vllm', ports: '[{ name: http, port: 80 }, { port: 8000 }]' });
const inModels = (yaml: string) =>
  yaml.replace(/metadata: \{ name: (\w+) \}/, 'metadata: { name: $1, namespace: models }');

describe('the backend', () => {
  test.each<[string, string[], string[]]>([
    ['is a pool', [route(`${POOL}, name: opt`), pool()], []],
    [
      'is a pool elsewhere',
      [route(`${POOL}, name: opt`), inModels(pool())],
      [
        'LLMD-BACKEND-MISSING spec.rules[0].backendRefs[0].name: there is no InferencePool default/opt; there is one in namespace models',
      ],
    ],
    ['is a Service', [route('name: vllm, port: 80'), vllm], []],
    ['is a Service by another port', [route('name: vllm, port: 8000'), vllm], []],
    [
      'has a port that the Service lacks',
      [route('name: vllm, port: 8080'), vllm],
      [
        'LLMD-BACKEND-PORT spec.rules[0].backendRefs[0].port: port 8080 is no port of Service default/vllm, which has 80 (http) and 8000',
      ],
    ],
    ['has the number of a name', [route('name: vllm'), vllm], []],
    [
      'is a Service elsewhere',
      [route('name: vllm, port: 80'), service({ name: 'vllm-2' }), service({ name: 'a' })],
      [
        'LLMD-BACKEND-MISSING spec.rules[0].backendRefs[0].name: there is no Service default/vllm; namespace default has a and vllm-2',
      ],
    ],
    [
      'is of an unknown kind',
      [route('group: example.com, kind: Model, name: opt')],
      ['LLMD-BACKEND-MISSING spec.rules[0].backendRefs[0].name: there is no Model default/opt'],
    ],
    [
      'is mirrored to',
      [
        httpRoute({
          backends: ['{ name: vllm, port: 80 }'],
          rest: 'filters: [{ type: RequestMirror, requestMirror: { backendRef: { name: vllm, port: 1 } } }, { type: RequestMirror, requestMirror: { backendRef: { name: shadow, port: 1 } } }]',
        }),
        vllm,
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
        vllm,
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
        vllm,
      ],
      [
        'LLMD-BACKEND-PORT spec.defaultBackend.service.port.number: port 81 is no port of Service default/vllm, which has 80 (http) and 8000',
        'LLMD-BACKEND-PORT spec.rules[0].http.paths[1].backend.service.port.name: port web is no port of Service default/vllm, which has 80 (http) and 8000',
      ],
    ],
  ])('%s', (_name, yaml, expected) => expect(found(...yaml)).toEqual(expected));
});

describe('a rule', () => {
  test.each<[string, string[], string[]]>([
    [
      'has weights of 0',
      [route('name: vllm, port: 80, weight: 0', 'name: vllm, port: 8000, weight: 0'), vllm],
      ['LLMD-BACKEND-WEIGHTS spec.rules[0].backendRefs: every backend of the rule has weight 0'],
    ],
    ['has a weight of 0', [route('name: vllm, port: 80, weight: 0', 'name: vllm, port: 8000, weight: 1'), vllm], []],
    ['has no weights', [route('name: vllm, port: 80'), vllm], []],
    ['has no backends', [httpRoute({ backends: [] }).replace('backendRefs:\n', 'name: redirect')], []],
    [
      'leads to two pools on Istio',
      [
        gateway({ className: 'istio' }),
        route(`${POOL}, name: a`, `${POOL}, name: b`),
        pool({ name: 'a' }),
        pool({ name: 'b' }),
      ],
      [
        'LLMD-BACKEND-POOLS-ISTIO spec.rules[0].backendRefs: the rule leads to the pools a and b, and Istio asks the endpoint picker of b for all of them',
      ],
    ],
    [
      'leads to two pools on agentgateway',
      [gateway(), route(`${POOL}, name: a`, `${POOL}, name: b`), pool({ name: 'a' }), pool({ name: 'b' })],
      [],
    ],
    [
      'leads to a pool and a Service on Istio',
      [gateway({ className: 'istio' }), route(`${POOL}, name: opt`, 'name: vllm, port: 80'), pool(), vllm],
      [],
    ],
    [
      'leads to a pool and mirrors to another on Istio',
      [
        gateway({ className: 'istio' }),
        httpRoute({
          backends: [`{ ${POOL}, name: a }`],
          rest: `filters: [{ type: RequestMirror, requestMirror: { backendRef: { ${POOL}, name: b } } }]`,
        }),
        pool({ name: 'a' }),
        pool({ name: 'b' }),
      ],
      [],
    ],
    [
      'gives a pool a port',
      [route(`${POOL}, name: opt, port: 8000`), pool()],
      [
        'LLMD-BACKEND-POOL-PORT spec.rules[0].backendRefs[0].port: port 8000 has no effect beside InferencePool default/opt',
      ],
    ],
    [
      'is the second one',
      [
        httpRoute({ backends: ['{ name: vllm, port: 80 }'], rest: 'matches: [{ path: { value: /a } }]' }) +
          '\n    - backendRefs: [{ name: vllm, port: 80, weight: 0 }]',
        vllm,
      ],
      ['LLMD-BACKEND-WEIGHTS spec.rules[1].backendRefs: every backend of the rule has weight 0'],
    ],
    [
      'stands in a route without rules',
      ['{ apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: { name: a } }'],
      [],
    ],
  ])('%s', (_name, yaml, expected) => expect(found(...yaml)).toEqual(expected));
});

test('model servers are needed for none of this', () => expect(found(modelServer())).toEqual([]));
