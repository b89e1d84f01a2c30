import { documents, gateway, httpRoute, service } from '../../../../support/rule-objects';
import { ROUTE_RULES } from '../../../../../lib/validation/rules/routing/route';
import { messages } from '../../../../support/diagnostics';
import { parseObjects } from '../../../../support/objects';

const found = (...yaml: string[]) => messages(ROUTE_RULES, parseObjects(documents(...yaml)));

const attached = (listener: string, route: Parameters<typeof httpRoute>[0] = {}) => [
  gateway({ listener }),
  httpRoute({ rest: 'timeouts: { request: 0s }', ...route }),
];
const http = (rest: string) => `{ name: http, port: 80, protocol: HTTP, ${rest} }`;
const HTTP = http('');
const TWO = `${HTTP}\n    - { name: https, port: 443, protocol: HTTPS, tls: { certificateRefs: [{ name: tls }] } }`;
const parent = (ref: string) => ({ parent: `{ name: inference, ${ref} }` });

describe('the parent', () => {
  test.each<[string, string[], string[]]>([
    ['is there', attached(HTTP), []],
    [
      'is elsewhere',
      [gateway({ namespace: 'gateways' }), httpRoute()],
      [
        'LLMD-ROUTE-PARENT-MISSING spec.parentRefs[0].name: there is no Gateway default/inference; there is one in namespace gateways',
      ],
    ],
    [
      'is nowhere',
      [httpRoute()],
      ['LLMD-ROUTE-PARENT-MISSING spec.parentRefs[0].name: there is no Gateway default/inference'],
    ],
    ['is a Service', [httpRoute({ parent: '{ group: "", kind: Service, name: epp }' }), service()], []],
    ['is missing', [httpRoute({ parent: '' })], ['LLMD-ROUTE-DETACHED spec.parentRefs: the route has no parentRefs']],
    [
      'is missing, of a route without a spec',
      ['{ apiVersion: gateway.networking.k8s.io/v1, kind: GRPCRoute, metadata: { name: a } }'],
      ['LLMD-ROUTE-DETACHED spec.parentRefs: the route has no parentRefs'],
    ],
    [
      'is a ListenerSet',
      [
        httpRoute({ parent: '{ kind: ListenerSet, name: more, sectionName: a }' }),
        gateway({ listener: HTTP })
          .replace('kind: Gateway', 'kind: ListenerSet')
          .replace('name: inference', 'name: more'),
      ],
      [
        'LLMD-ROUTE-LISTENER spec.parentRefs[0].sectionName: ListenerSet default/more has no listener a; it has http (HTTP, port 80)',
      ],
    ],
  ])('%s', (_name, yaml, expected) => expect(found(...yaml)).toEqual(expected));
});

describe('the listener', () => {
  test.each<[string, string[], string[]]>([
    ['is named', attached(TWO, parent('sectionName: https')), []],
    [
      'is not there',
      attached(TWO, parent('sectionName: grpc')),
      [
        'LLMD-ROUTE-LISTENER spec.parentRefs[0].sectionName: Gateway default/inference has no listener grpc; it has http (HTTP, port 80) and https (HTTPS, port 443)',
      ],
    ],
    ['has the port', attached(TWO, parent('port: 443')), []],
    [
      'has another port',
      attached(TWO, parent('port: 8080')),
      [
        'LLMD-ROUTE-LISTENER spec.parentRefs[0].port: Gateway default/inference has no listener on port 8080; it has http (HTTP, port 80) and https (HTTPS, port 443)',
      ],
    ],
    [
      'has the name or the port',
      attached(TWO, parent('sectionName: http, port: 443')),
      [
        'LLMD-ROUTE-LISTENER spec.parentRefs[0].port: Gateway default/inference has no listener http on port 443; it has http (HTTP, port 80) and https (HTTPS, port 443)',
      ],
    ],
    [
      'has neither',
      attached(TWO, parent('sectionName: grpc, port: 444')),
      [
        'LLMD-ROUTE-LISTENER spec.parentRefs[0].sectionName: Gateway default/inference has no listener grpc on port 444; it has http (HTTP, port 80) and https (HTTPS, port 443)',
      ],
    ],
    [
      'is missing',
      attached('').map((yaml) => yaml.replace(/listeners:\n    - $/, 'listeners: []')),
      ['LLMD-ROUTE-LISTENER spec.parentRefs[0].port: Gateway default/inference has no listener at all'],
    ],
    ['takes HTTP', attached(http('')), []],
    [
      'takes TCP',
      attached('{ name: raw, port: 80, protocol: TCP }'),
      [
        'LLMD-ROUTE-PROTOCOL spec.parentRefs[0].name: Gateway default/inference takes no HTTPRoute on raw (TCP, port 80)',
      ],
    ],
    ['takes a protocol of its controller', attached('{ name: raw, port: 80, protocol: example.com/http }'), []],
    ['allows the kind', attached(http('allowedRoutes: { kinds: [{ kind: GRPCRoute }, { kind: HTTPRoute }] }')), []],
    [
      'allows another kind',
      attached(http('allowedRoutes: { kinds: [{ kind: GRPCRoute }] }')),
      [
        'LLMD-ROUTE-PROTOCOL spec.parentRefs[0].name: Gateway default/inference takes no HTTPRoute on http (HTTP, port 80)',
      ],
    ],
    [
      'allows the kind of another group',
      attached(http('allowedRoutes: { kinds: [{ group: example.com, kind: HTTPRoute }] }')),
      [
        'LLMD-ROUTE-PROTOCOL spec.parentRefs[0].name: Gateway default/inference takes no HTTPRoute on http (HTTP, port 80)',
      ],
    ],
    ['is one of two that take it', attached(`{ name: raw, port: 81, protocol: TCP }\n    - ${HTTP}`), []],
    [
      'takes TLS',
      [
        gateway({ listener: '{ name: tls, port: 443, protocol: TLS, tls: { mode: Passthrough } }' }),
        httpRoute().replace('HTTPRoute', 'TLSRoute'),
      ],
      [],
    ],
  ])('%s', (_name, yaml, expected) => expect(found(...yaml)).toEqual(expected));
});

test.each([
  ['HTTP', 'GRPCRoute', true],
  ['HTTPS', 'GRPCRoute', true],
  ['HTTPS', 'TCPRoute', false],
  ['TCP', 'TCPRoute', true],
  ['TLS', 'TCPRoute', true],
  ['TLS', 'HTTPRoute', false],
  ['UDP', 'UDPRoute', true],
  ['UDP', 'TCPRoute', false],
])('a listener for %s and a %s', (protocol, kind, fits) => {
  const yaml = [
    gateway({ listener: `{ name: a, port: 80, protocol: ${protocol} }` }),
    httpRoute().replace('HTTPRoute', kind),
  ];
  const text = `LLMD-ROUTE-PROTOCOL spec.parentRefs[0].name: Gateway default/inference takes no ${kind} on a (${protocol}, port 80)`;
  expect(found(...yaml)).toEqual(fits ? [] : [text]);
});

describe('the namespace', () => {
  const namespace = (labels: string) => `
apiVersion: v1
kind: Namespace
metadata: { name: default, labels: { ${labels} } }`;
  const far = (allowed: string) => [
    gateway({ namespace: 'gateways', listener: http(allowed) }),
    httpRoute({ parent: '{ name: inference, namespace: gateways }', rest: 'timeouts: { request: 0s }' }),
  ];
  const from = (rest: string) => far(`allowedRoutes: { namespaces: { ${rest} } }`);

  test.each<[string, string[], string[]]>([
    ['is the same', attached(http('allowedRoutes: { namespaces: { from: Same } }')), []],
    [
      'is not the same',
      from('from: Same'),
      [
        'LLMD-ROUTE-NAMESPACE spec.parentRefs[0].name: Gateway gateways/inference admits no routes of namespace default: http has from: Same',
      ],
    ],
    [
      'is another one',
      far(''),
      [
        'LLMD-ROUTE-NAMESPACE spec.parentRefs[0].name: Gateway gateways/inference admits no routes of namespace default: http has from: Same',
      ],
    ],
    ['is any', from('from: All'), []],
    [
      'may be the same',
      from('from: Same').map((yaml) => yaml.replace('name: opt, namespace: default', 'name: opt')),
      [],
    ],
    [
      'is none',
      attached(http('allowedRoutes: { namespaces: { from: None } }')),
      [
        'LLMD-ROUTE-NAMESPACE spec.parentRefs[0].name: Gateway default/inference admits no routes of namespace default: http has from: None',
      ],
    ],
    [
      'has the labels',
      [...from('from: Selector, selector: { matchLabels: { llm: "yes" } }'), namespace('llm: "yes"')],
      [],
    ],
    [
      'lacks the labels',
      [...from('from: Selector, selector: { matchLabels: { llm: "yes" } }'), namespace('llm: "no"')],
      [
        'LLMD-ROUTE-NAMESPACE spec.parentRefs[0].name: Gateway gateways/inference admits no routes of namespace default: http has from: Selector',
      ],
    ],
    ['has unknown labels', from('from: Selector, selector: { matchLabels: { llm: "yes" } }'), []],
    ['has its name', from('from: Selector, selector: { matchLabels: { kubernetes.io/metadata.name: default } }'), []],
    [
      'has another name',
      from('from: Selector, selector: { matchLabels: { kubernetes.io/metadata.name: llm-d } }'),
      [
        'LLMD-ROUTE-NAMESPACE spec.parentRefs[0].name: Gateway gateways/inference admits no routes of namespace default: http has from: Selector',
      ],
    ],
    [
      'is among names',
      from(
        'from: Selector, selector: { matchExpressions: [{ key: kubernetes.io/metadata.name, operator: In, values: [a, b] }] }',
      ),
      [
        'LLMD-ROUTE-NAMESPACE spec.parentRefs[0].name: Gateway gateways/inference admits no routes of namespace default: http has from: Selector',
      ],
    ],
    [
      'is among unknown values',
      from('from: Selector, selector: { matchExpressions: [{ key: team, operator: In, values: [a, b] }] }'),
      [],
    ],
    [
      'has its name in the set',
      [
        ...from('from: Selector, selector: { matchLabels: { kubernetes.io/metadata.name: default } }'),
        namespace('a: b'),
      ],
      [],
    ],
    [
      'is selected by nothing',
      from('from: Selector'),
      [
        'LLMD-ROUTE-NAMESPACE spec.parentRefs[0].name: Gateway gateways/inference admits no routes of namespace default: http has from: Selector',
      ],
    ],
  ])('%s', (_name, yaml, expected) => expect(found(...yaml)).toEqual(expected));
});

describe('the hostname', () => {
  const names = (listener: string, ...hostnames: string[]) =>
    attached(http(`hostname: "${listener}"`), { hostnames: hostnames.map((name) => `"${name}"`).join(', ') });

  test.each<[string, string[], string[]]>([
    ['is the same', names('a.example.com', 'a.example.com'), []],
    [
      'is another one',
      names('a.example.com', 'b.example.com', 'c.example.com'),
      [
        'LLMD-ROUTE-HOSTNAME spec.hostnames: Gateway default/inference has no listener for b.example.com or c.example.com: http has a.example.com',
      ],
    ],
    ['is one of two', names('a.example.com', 'b.example.com', 'a.example.com'), []],
    ['is any', attached(HTTP, { hostnames: 'a.example.com' }), []],
    ['is not asked for', names('a.example.com'), []],
    ['is below that of the listener', names('*.example.com', 'a.b.example.com'), []],
    ['is above that of the listener', names('a.example.com', '*.example.com'), []],
    ['is a wider one', names('*.a.example.com', '*.example.com'), []],
    [
      'is the domain itself',
      names('*.example.com', 'example.com'),
      [
        'LLMD-ROUTE-HOSTNAME spec.hostnames: Gateway default/inference has no listener for example.com: http has *.example.com',
      ],
    ],
    [
      'only ends alike',
      names('*.example.com', 'an-example.com'),
      [
        'LLMD-ROUTE-HOSTNAME spec.hostnames: Gateway default/inference has no listener for an-example.com: http has *.example.com',
      ],
    ],
    [
      'begins with no wildcard',
      names('w.example.com', 'x.w.example.com'),
      [
        'LLMD-ROUTE-HOSTNAME spec.hostnames: Gateway default/inference has no listener for x.w.example.com: http has w.example.com',
      ],
    ],
  ])('%s', (_name, yaml, expected) => expect(found(...yaml)).toEqual(expected));
});
