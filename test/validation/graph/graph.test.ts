import { graph } from '../../../lib/validation/graph';
import { deploymentOf } from '../../support/rule-objects';
import { documents, gateway, httpRoute, modelServer, picker, pool, rewrite, service } from '../../support/rule-objects';
import { parseObjects } from '../../support/objects';

type Options = Parameters<typeof graph>[1];

/** The graph as lines: nodes that are missing or outside, and edges between names. */
function drawn(yaml: string, options?: Options): string[] {
  const { nodes, edges } = graph(
    parseObjects(yaml).map((object) => ({ object })),
    options,
  );
  const names = new Map(
    nodes.map(({ id, kind, namespace, name }) => [id, `${kind} ${namespace ? `${namespace}/` : ''}${name}`]),
  );
  return [
    ...nodes.filter(({ state }) => state !== 'present').map(({ id, state }) => `${names.get(id)} is ${state}`),
    ...edges.map(({ from, to, label }) => `${names.get(from)} -${label}-> ${names.get(to)}`),
  ];
}

const object = (apiVersion: string, kind: string, rest: string) =>
  `---\napiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: a }\n${rest}\n`;

test('the request path', () =>
  expect(drawn(documents(modelServer(), pool(), service(), picker(), gateway(), httpRoute(), rewrite()))).toEqual([
    'GatewayClass agentgateway is outside',
    'Deployment default/epp ---pool-name-> InferencePool default/opt',
    'Gateway default/inference -class-> GatewayClass agentgateway',
    'HTTPRoute default/opt -parentRef-> Gateway default/inference',
    'HTTPRoute default/opt -backendRef-> InferencePool default/opt',
    'InferenceModelRewrite default/aliases -poolRef-> InferencePool default/opt',
    'InferencePool default/opt -selector-> Deployment default/vllm',
    'InferencePool default/opt -endpointPickerRef-> Service default/epp',
    'Service default/epp -selector-> Deployment default/epp',
  ]));

test.each<[string, string, string[]]>([
  [
    'a name that no object has',
    documents(httpRoute(), gateway({ name: 'other', className: 'mine' })),
    [
      'GatewayClass mine is outside',
      'Gateway default/inference is missing',
      'InferencePool default/opt is missing',
      'Gateway default/other -class-> GatewayClass mine',
      'HTTPRoute default/opt -parentRef-> Gateway default/inference',
      'HTTPRoute default/opt -backendRef-> InferencePool default/opt',
    ],
  ],
  [
    'labels that no object has',
    documents(service({ selector: 'app: epp, tier: a' })),
    ['Pod default/app=epp,tier=a is missing', 'Service default/epp -selector-> Pod default/app=epp,tier=a'],
  ],
  [
    'an optional reference',
    deploymentOf('volumes: [{ name: a, configMap: { name: b, optional: true } }]'),
    ['ConfigMap default/b is outside', 'Deployment default/vllm -volume-> ConfigMap default/b'],
  ],
  [
    'two references to one object',
    deploymentOf(
      'volumes: [{ name: a, configMap: { name: b } }, { name: c, configMap: { name: b } }]\ncontainers: [{ name: d, envFrom: [{ configMapRef: { name: b } }] }]',
    ),
    [
      'ConfigMap default/b is missing',
      'Deployment default/vllm -envFrom-> ConfigMap default/b',
      'Deployment default/vllm -volume-> ConfigMap default/b',
    ],
  ],
  [
    'a thing of the platform',
    deploymentOf('priorityClassName: high\nserviceAccountName: default'),
    [
      'PriorityClass high is outside',
      'ServiceAccount default/default is outside',
      'Deployment default/vllm -class-> PriorityClass high',
      'Deployment default/vllm -serviceAccount-> ServiceAccount default/default',
    ],
  ],
  [
    'a thing of the platform that is here',
    documents(gateway({ className: 'mine' })) +
      object('gateway.networking.k8s.io/v1', 'GatewayClass', 'spec: { controllerName: a.io/b }').replace(
        'name: a',
        'name: mine',
      ),
    ['Gateway default/inference -class-> GatewayClass mine'],
  ],
  [
    'a role that every cluster has',
    object(
      'rbac.authorization.k8s.io/v1',
      'ClusterRoleBinding',
      'roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }\nsubjects: [{ kind: ServiceAccount, name: b, namespace: c }]',
    ),
    [
      'ClusterRole view is outside',
      'ServiceAccount c/b is missing',
      'ClusterRoleBinding a -roleRef-> ClusterRole view',
      'ClusterRoleBinding a -subject-> ServiceAccount c/b',
    ],
  ],
  [
    'several pods',
    documents(
      modelServer({ name: 'one', labels: 'app: vllm, n: one' }),
      modelServer({ name: 'two', labels: 'app: vllm, n: two' }),
      pool({ pickerRef: '{}' }),
    ),
    [
      'InferencePool default/opt -selector-> Deployment default/one',
      'InferencePool default/opt -selector-> Deployment default/two',
    ],
  ],
  [
    'Services of another namespace',
    documents(service({ selector: '' })) +
      object(
        'monitoring.coreos.com/v1',
        'ServiceMonitor',
        'spec: { selector: {}, namespaceSelector: { matchNames: [default, b] } }',
      ).replace('name: a', 'name: a, namespace: m'),
    ['ServiceMonitor m/a -selector-> Service default/epp'],
  ],
  [
    'Services of all namespaces',
    documents(service({ selector: '' })) +
      object(
        'monitoring.coreos.com/v1',
        'ServiceMonitor',
        'spec: { selector: {}, namespaceSelector: { any: true } }',
      ).replace('name: a', 'name: a, namespace: m'),
    ['ServiceMonitor m/a -selector-> Service default/epp'],
  ],
  [
    'Services that are nowhere',
    object('monitoring.coreos.com/v1', 'ServiceMonitor', 'spec: { selector: { matchLabels: { a: b } } }'),
    ['Service default/a=b is missing', 'ServiceMonitor default/a -selector-> Service default/a=b'],
  ],
  [
    'pods that may be anywhere',
    object(
      'monitoring.coreos.com/v1',
      'PodMonitor',
      'spec: { selector: { matchLabels: { a: b } }, namespaceSelector: { any: true } }',
    ),
    ['Pod a=b is outside', 'PodMonitor default/a -selector-> Pod a=b'],
  ],
  [
    'pods of Google',
    documents(modelServer()) +
      object('monitoring.googleapis.com/v1', 'PodMonitoring', 'spec: { selector: { matchLabels: { app: vllm } } }'),
    ['PodMonitoring default/a -selector-> Deployment default/vllm'],
  ],
  [
    'pods of another workload',
    object(
      'argoproj.io/v1alpha1',
      'Rollout',
      'spec: { template: { metadata: { labels: { app: vllm } }, spec: { containers: [{ name: a }] } } }',
    ) + documents('', pool({ pickerRef: '{}' })),
    ['InferencePool default/opt -selector-> Rollout default/a'],
  ],
  [
    'listeners of others',
    object(
      'gateway.networking.k8s.io/v1',
      'ListenerSet',
      'spec: { parentRef: { name: b }, listeners: [{ name: c, port: 443, protocol: HTTPS, tls: { certificateRefs: [{ name: d }] } }] }',
    ),
    [
      'Gateway default/b is missing',
      'Secret default/d is missing',
      'ListenerSet default/a -parentRef-> Gateway default/b',
      'ListenerSet default/a -certificateRef-> Secret default/d',
    ],
  ],
  [
    'a grant',
    object(
      'gateway.networking.k8s.io/v1beta1',
      'ReferenceGrant',
      'spec: { from: [], to: [{ group: "", kind: Secret, name: b }] }',
    ),
    ['Secret default/b is outside', 'ReferenceGrant default/a -to-> Secret default/b'],
  ],
  [
    'a certificate for backends',
    documents(gateway()).replace('spec:', 'spec:\n  tls: { backend: { clientCertificateRef: { name: b } } }'),
    [
      'GatewayClass agentgateway is outside',
      'Secret default/b is missing',
      'Gateway default/inference -class-> GatewayClass agentgateway',
      'Gateway default/inference -certificateRef-> Secret default/b',
    ],
  ],
  [
    'an object in two groups',
    object('llm-d.ai/v1alpha2', 'InferenceObjective', 'spec: { poolRef: { name: b } }') +
      object('inference.networking.x-k8s.io/v1alpha2', 'InferenceObjective', 'spec: { poolRef: { name: b } }'),
    [
      'InferencePool default/b is missing',
      'InferenceObjective default/a -poolRef-> InferencePool default/b',
      'InferenceObjective default/a -poolRef-> InferencePool default/b',
    ],
  ],
  [
    'a list',
    'apiVersion: v1\nkind: List\nitems: [{ apiVersion: v1, kind: Service, metadata: { name: a }, spec: { selector: { app: a } } }]',
    ['Pod default/app=a is missing', 'Service default/a -selector-> Pod default/app=a'],
  ],
  [
    'things that are no objects',
    'a: b\n---\napiVersion: v1\nkind: ConfigMap\n---\napiVersion: llm-d.ai/v1alpha1\nkind: EndpointPickerConfig\n',
    [],
  ],
])('%s', (_name, yaml, expected) => expect(drawn(yaml)).toEqual(expected));

test('an object that is known to be in the cluster is outside', () =>
  expect(
    drawn(documents(httpRoute({ backends: [] })), {
      external: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'inference' }],
    }),
  ).toEqual(['Gateway default/inference is outside', 'HTTPRoute default/opt -parentRef-> Gateway default/inference']));

test('does not depend on the order of the objects', () => {
  const objects = parseObjects(documents(modelServer(), pool(), service(), picker(), gateway(), httpRoute()));
  const inputs = objects.map((value) => ({ object: value }));
  expect(graph(inputs.toReversed())).toEqual(graph(inputs));
});

test('ids count the nodes', () => {
  const many = Array.from({ length: 12 }, (_, index) =>
    object('v1', 'Service', `spec: { selector: { app: b${index} } }`).replace('name: a', `name: a${index}`),
  );
  const { nodes, edges } = graph(parseObjects(many.join('')).map((value) => ({ object: value })));
  expect(nodes.map(({ id }) => id)).toEqual(nodes.map((_, index) => `n${index}`));
  const order = edges.map(({ from }) => Number(from.slice(1)));
  expect(order).toEqual(order.toSorted((one, other) => one - other));
});
