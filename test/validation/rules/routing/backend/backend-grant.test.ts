import { gateway, pool } from '../../../../support/rule-objects';
import { backendMessages, inModels, POOL_KIND, routeTo, VLLM_SERVICE } from '../../../../support/backend-rules';

const grant = (from: string, to: string, namespace = 'models') => `
apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata: { name: routes, namespace: ${namespace} }
spec:
  from: [${from}]
  to: [${to}]`;
const ROUTES = '{ group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: default }';

describe('another namespace', () => {
  const FAR = routeTo('name: vllm, namespace: models, port: 80');
  const service80 = inModels(VLLM_SERVICE);

  test.each<[string, string[], string[]]>([
    [
      'without a grant',
      [FAR, service80],
      [
        'LLMD-BACKEND-GRANT spec.rules[0].backendRefs[0].name: Service models/vllm is in another namespace, where no ReferenceGrant admits HTTPRoutes of namespace default',
      ],
    ],
    [
      'to a missing Service',
      [FAR],
      ['LLMD-BACKEND-MISSING spec.rules[0].backendRefs[0].name: there is no Service models/vllm'],
    ],
    ['with a grant', [FAR, service80, grant(ROUTES, '{ group: "", kind: Service }')], []],
    ['with a grant for the Service', [FAR, service80, grant(ROUTES, '{ kind: Service, name: vllm }')], []],
    [
      'with a grant for another Service',
      [FAR, service80, grant(ROUTES, '{ group: "", kind: Service, name: epp }')],
      [
        'LLMD-BACKEND-GRANT spec.rules[0].backendRefs[0].name: Service models/vllm is in another namespace, where no ReferenceGrant admits HTTPRoutes of namespace default',
      ],
    ],
    [
      'with a grant for another kind',
      [FAR, service80, grant(ROUTES, '{ group: "", kind: Secret }')],
      [
        'LLMD-BACKEND-GRANT spec.rules[0].backendRefs[0].name: Service models/vllm is in another namespace, where no ReferenceGrant admits HTTPRoutes of namespace default',
      ],
    ],
    [
      'with a grant for another group',
      [FAR, service80, grant(ROUTES, '{ group: apps, kind: Service }')],
      [
        'LLMD-BACKEND-GRANT spec.rules[0].backendRefs[0].name: Service models/vllm is in another namespace, where no ReferenceGrant admits HTTPRoutes of namespace default',
      ],
    ],
    [
      'with a grant for another namespace',
      [FAR, service80, grant(ROUTES.replace('default', 'llm-d'), '{ group: "", kind: Service }')],
      [
        'LLMD-BACKEND-GRANT spec.rules[0].backendRefs[0].name: Service models/vllm is in another namespace, where no ReferenceGrant admits HTTPRoutes of namespace default',
      ],
    ],
    [
      'with a grant for other routes',
      [FAR, service80, grant(ROUTES.replace('HTTP', 'GRPC'), '{ group: "", kind: Service }')],
      [
        'LLMD-BACKEND-GRANT spec.rules[0].backendRefs[0].name: Service models/vllm is in another namespace, where no ReferenceGrant admits HTTPRoutes of namespace default',
      ],
    ],
    [
      'with a grant for routes of another group',
      [FAR, service80, grant(ROUTES.replace('gateway.networking.k8s.io', 'a.io'), '{ group: "", kind: Service }')],
      [
        'LLMD-BACKEND-GRANT spec.rules[0].backendRefs[0].name: Service models/vllm is in another namespace, where no ReferenceGrant admits HTTPRoutes of namespace default',
      ],
    ],
    [
      'with a grant that stands here',
      [FAR, service80, grant(ROUTES, '{ group: "", kind: Service }', 'default')],
      [
        'LLMD-BACKEND-GRANT spec.rules[0].backendRefs[0].name: Service models/vllm is in another namespace, where no ReferenceGrant admits HTTPRoutes of namespace default',
      ],
    ],
    [
      'with two entries in a grant',
      [
        FAR,
        service80,
        grant(
          `${ROUTES.replace('HTTP', 'GRPC')}, ${ROUTES}`,
          '{ group: "", kind: Secret }, { group: "", kind: Service }',
        ),
      ],
      [],
    ],
    [
      'with a grant without anything',
      [FAR, service80, grant('', '').replace(/spec:[^]*/, 'spec: {}')],
      [
        'LLMD-BACKEND-GRANT spec.rules[0].backendRefs[0].name: Service models/vllm is in another namespace, where no ReferenceGrant admits HTTPRoutes of namespace default',
      ],
    ],
    [
      'of a certificate',
      [
        gateway({
          listener:
            '{ name: a, port: 443, protocol: HTTPS, tls: { certificateRefs: [{ name: tls, namespace: models }] } }',
        }),
        'apiVersion: v1\nkind: Secret\nmetadata: { name: tls, namespace: models }',
      ],
      [
        'LLMD-BACKEND-GRANT spec.listeners[0].tls.certificateRefs[0].name: Secret models/tls is in another namespace, where no ReferenceGrant admits Gateways of namespace default',
      ],
    ],
    [
      'of a subject',
      [
        'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: { name: a }\nroleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }\nsubjects: [{ kind: ServiceAccount, name: a, namespace: models }]',
        'apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: a, namespace: models }',
      ],
      [],
    ],
  ])('%s', (_name, yaml, expected) => expect(backendMessages(...yaml)).toEqual(expected));

  const POOLS = grant(ROUTES, '{ group: inference.networking.k8s.io, kind: InferencePool }');
  const far = routeTo(`${POOL_KIND}, name: opt, namespace: models`);

  test.each<[string, string[], string[]]>([
    [
      'on agentgateway',
      [gateway(), far, inModels(pool()), POOLS],
      [
        'LLMD-BACKEND-GRANT-IGNORED spec.rules[0].backendRefs[0].name: InferencePool models/opt is in another namespace than the route, and agentgateway v1.4.1 honours no ReferenceGrant for it',
      ],
    ],
    ['on Istio', [gateway({ className: 'istio' }), far, inModels(pool()), POOLS], []],
    ['of a Service on agentgateway', [gateway(), FAR, service80, grant(ROUTES, '{ group: "", kind: Service }')], []],
    [
      'on a class of that controller',
      [
        gateway({ className: 'mine' }),
        far,
        inModels(pool()),
        POOLS,
        'apiVersion: gateway.networking.k8s.io/v1\nkind: GatewayClass\nmetadata: { name: mine }\nspec: { controllerName: agentgateway.dev/agentgateway }',
      ],
      [
        'LLMD-BACKEND-GRANT-IGNORED spec.rules[0].backendRefs[0].name: InferencePool models/opt is in another namespace than the route, and agentgateway v1.4.1 honours no ReferenceGrant for it',
      ],
    ],
    [
      'on a class of another controller',
      [
        gateway({ className: 'agentgateway' }),
        far,
        inModels(pool()),
        POOLS,
        'apiVersion: gateway.networking.k8s.io/v1\nkind: GatewayClass\nmetadata: { name: agentgateway }\nspec: { controllerName: istio.io/gateway-controller }',
      ],
      [],
    ],
    [
      'with parameters of that product',
      [
        gateway({ className: 'mine' }).replace(
          'spec:',
          'spec:\n  infrastructure: { parametersRef: { group: agentgateway.dev, kind: AgentgatewayParameters, name: a } }',
        ),
        far,
        inModels(pool()),
        POOLS,
      ],
      [
        'LLMD-BACKEND-GRANT-IGNORED spec.rules[0].backendRefs[0].name: InferencePool models/opt is in another namespace than the route, and agentgateway v1.4.1 honours no ReferenceGrant for it',
      ],
    ],
  ])('of a pool: %s', (_name, yaml, expected) => expect(backendMessages(...yaml)).toEqual(expected));
});
