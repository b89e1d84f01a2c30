import { violationsOf } from '../../support/violations';

const configMap = (metadata: unknown) => violationsOf({ apiVersion: 'v1', kind: 'ConfigMap', metadata });

const TYPES: { readonly [kind: string]: object } = {
  ConfigMap: { apiVersion: 'v1' },
  Event: { apiVersion: 'v1', involvedObject: {} },
  GatewayClass: { apiVersion: 'gateway.networking.k8s.io/v1', spec: { controllerName: 'example.com/controller' } },
  Namespace: { apiVersion: 'v1' },
  PodDisruptionBudget: { apiVersion: 'policy/v1', spec: { selector: {}, maxUnavailable: 1 } },
  Role: { apiVersion: 'rbac.authorization.k8s.io/v1' },
  SelfSubjectReview: { apiVersion: 'authentication.k8s.io/v1' },
  Service: { apiVersion: 'v1', spec: { ports: [{ port: 80 }] } },
};
const namesOf = (kind: string, metadata: object) =>
  violationsOf({ ...TYPES[kind], kind, metadata }).map((violation) => violation.split(';')[0]);

const SUBDOMAIN = 'DNS name: up to 253 lower-case letters, digits, dashes and dots';
const LABEL = 'DNS label: up to 63 lower-case letters, digits and dashes, with a letter or digit at both ends';
const LABEL_KEY = 'label key: up to 63 letters, digits, "-", "_" and ".", optionally after a DNS name and "/"';
const LABEL_VALUE = 'label value: up to 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends';
const SERVICE = 'DNS label that begins with a letter: up to 63 lower-case letters, digits and dashes';
const SEGMENT = 'name that can be part of a URL: not "." or "..", and without "/" and "%"';

describe('names', () => {
  test.each([
    ['ConfigMap', { name: 'a.b-1' }],
    ['ConfigMap', { name: 'a'.repeat(253) }],
    ['ConfigMap', { name: 'A' }, `LLMD-NAME metadata.name: "A" is not a valid ${SUBDOMAIN}`],
    ['ConfigMap', { name: '' }, 'LLMD-NAME metadata.name: the ConfigMap has no name'],
    ['ConfigMap', { name: null }, 'LLMD-NAME metadata.name: the ConfigMap has no name'],
    ['ConfigMap', {}, 'LLMD-NAME metadata.name: the ConfigMap has no name'],
    ['ConfigMap', { generateName: 'a-' }],
    ['ConfigMap', { generateName: 'a'.repeat(253) }],
    ['ConfigMap', { generateName: 'A-' }, `LLMD-NAME metadata.generateName: "A-" is not a valid ${SUBDOMAIN}`],
    ['ConfigMap', { generateName: 'a.' }, `LLMD-NAME metadata.generateName: "a." is not a valid ${SUBDOMAIN}`],
    ['ConfigMap', { generateName: 'A_' }, `LLMD-NAME metadata.generateName: "A_" is not a valid ${SUBDOMAIN}`],
    ['ConfigMap', { name: 'a', generateName: '-' }, `LLMD-NAME metadata.generateName: "-" is not a valid ${SUBDOMAIN}`],
    ['Namespace', { name: 'a.b' }, `LLMD-NAME metadata.name: "a.b" is not a valid ${LABEL}`],
    ['Service', { name: '8b' }, `LLMD-NAME metadata.name: "8b" is not a valid ${SERVICE}`],
    ['Role', { name: 'system:node_A' }],
    ['Role', { name: 'a/b' }, `LLMD-NAME metadata.name: "a/b" is not a valid ${SEGMENT}`],
    ['Event', { name: 'A_b' }],
    ['PodDisruptionBudget', { name: 'A_b' }],
    ['SelfSubjectReview', {}],
    ['GatewayClass', { name: 'A_b' }, `LLMD-NAME metadata.name: "A_b" is not a valid ${SUBDOMAIN}`],
  ])('%s %j', (kind, metadata, ...expected) => expect(namesOf(kind, metadata)).toEqual(expected));
});

describe('namespaces', () => {
  test.each([
    ['ConfigMap', { name: 'a', namespace: 'team-a' }],
    ['ConfigMap', { name: 'a', namespace: '' }],
    [
      'ConfigMap',
      { name: 'a', namespace: 'Team' },
      `LLMD-NAMESPACE metadata.namespace: "Team" is not a valid ${LABEL}`,
    ],
    ['GatewayClass', { name: 'a', namespace: '' }],
    [
      'GatewayClass',
      { name: 'a', namespace: 'b' },
      'LLMD-NAMESPACE-CLUSTER metadata.namespace: GatewayClass is cluster-scoped, and the namespace "b" came',
    ],
  ])('%s %j', (kind, metadata, ...expected) => expect(namesOf(kind, metadata)).toEqual(expected));
});

describe('fields', () => {
  const uid = '1';
  const owner = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'a', uid };

  test.each<[string, unknown, ...string[]]>([
    [
      'a list',
      [],
      'LLMD-TYPE metadata: a list came, expected a mapping; write a mapping',
      'LLMD-NAME metadata.name: the ConfigMap has no name; write metadata.name',
    ],
    ['a number as a name', { name: 5 }, 'LLMD-TYPE metadata.name: 5 is a number, expected a string; quote it: "5"'],
    [
      'an unknown field',
      { name: 'a', label: {} },
      'LLMD-UNKNOWN-FIELD metadata.label: there is no field "label" here; did you mean "labels"?; write labels',
    ],
    [
      'what a cluster adds',
      { name: 'a', uid, resourceVersion: '7', generation: 1, creationTimestamp: null, managedFields: [{}] },
    ],
    [
      'a negative generation',
      { name: 'a', generation: -1 },
      'LLMD-BOUNDS metadata.generation: -1 came, expected at least 0; remove it',
    ],
    [
      'a time',
      { name: 'a', creationTimestamp: '2026-01-31' },
      'LLMD-FORMAT metadata.creationTimestamp: "2026-01-31" is not a time, such as 2026-01-31T09:00:00Z; write a time, such as 2026-01-31T09:00:00Z',
    ],
    ['labels', { name: 'a', labels: { a: '', 'example.com/b': 'x_Y.z', c: null } }],
    [
      'a label that is a number',
      { name: 'a', labels: { a: 1 } },
      'LLMD-TYPE metadata.labels.a: 1 is a number, expected a string; quote it: "1"',
    ],
    [
      'the key of a label',
      { name: 'a', labels: { 'a b': 'x' } },
      `LLMD-LABEL-KEY metadata.labels["a b"]: "a b" is not a valid ${LABEL_KEY}; rename the label`,
    ],
    [
      'the prefix of a label',
      { name: 'a', labels: { 'Ex.com/b': 'x' } },
      `LLMD-LABEL-KEY metadata.labels["Ex.com/b"]: "Ex.com/b" is not a valid ${LABEL_KEY}; rename the label`,
    ],
    [
      'the value of a label',
      { name: 'a', labels: { a: 'b/c' } },
      `LLMD-LABEL-VALUE metadata.labels.a: "b/c" is not a valid ${LABEL_VALUE}; shorten it, or make it an annotation`,
    ],
    ['annotations', { name: 'a', annotations: { 'Ex.com/B': 'any /text', b: 'x'.repeat(262_144 - 18) } }],
    [
      'the key of an annotation',
      { name: 'a', annotations: { 'a b': 'x' } },
      `LLMD-ANNOTATION metadata.annotations["a b"]: "a b" is not a valid key of an annotation, which has the form of a ${LABEL_KEY}; rename it`,
    ],
    [
      'too many annotations',
      { name: 'a', annotations: { a: 'é'.repeat(131_072) } },
      'LLMD-ANNOTATION metadata.annotations: the annotations have 262145 bytes, expected at most 262144; move the long values to a ConfigMap',
    ],
    ['an owner', { name: 'a', ownerReferences: [owner, { ...owner, controller: true }] }],
    [
      'an owner without a kind',
      { name: 'a', ownerReferences: [{ ...owner, kind: '' }] },
      'LLMD-OWNER metadata.ownerReferences[0].kind: kind is empty; write the kind of the owner',
    ],
    [
      'an owner without a uid',
      { name: 'a', ownerReferences: [{ ...owner, uid: undefined }] },
      'LLMD-REQUIRED metadata.ownerReferences[0].uid: uid is missing; add uid, a string',
    ],
    [
      'an owner without a version',
      { name: 'a', ownerReferences: [{ ...owner, apiVersion: 'apps/' }] },
      'LLMD-OWNER metadata.ownerReferences[0].apiVersion: "apps/" has no version; write one such as apps/v1',
    ],
    [
      'an Event as owner',
      { name: 'a', ownerReferences: [{ ...owner, apiVersion: 'v1', kind: 'Event' }] },
      'LLMD-OWNER metadata.ownerReferences[0].kind: an Event can own nothing; name another owner',
    ],
    [
      'two controllers',
      {
        name: 'a',
        ownerReferences: [
          { ...owner, controller: true },
          { ...owner, controller: true },
        ],
      },
      'LLMD-OWNER metadata.ownerReferences[1].controller: owner 0 is also a controller, and only one is allowed; keep one of them',
    ],
    ['finalizers', { name: 'a', finalizers: ['orphan', 'kubernetes', 'example.com/b'] }],
    [
      'a finalizer without a domain',
      { name: 'a', finalizers: ['b'] },
      'LLMD-FINALIZER metadata.finalizers[0]: "b" is neither one of Kubernetes\' own finalizers nor a name with a domain; write it as example.com/name',
    ],
    [
      'two finalizers that exclude each other',
      { name: 'a', finalizers: ['orphan', 'foregroundDeletion'] },
      'LLMD-FINALIZER metadata.finalizers: orphan and foregroundDeletion exclude each other; keep one of them',
    ],
  ])('%s', (_, metadata, ...expected) => expect(configMap(metadata)).toEqual(expected));

  test('the API server writes the generation of a PodDisruptionBudget itself', () => {
    expect(namesOf('PodDisruptionBudget', { name: 'a', generation: -1 })).toEqual([]);
  });

  test.each(['GatewayClass', 'PodDisruptionBudget'])('a %s takes a finalizer without a domain', (kind) => {
    expect(namesOf(kind, { name: 'a', finalizers: ['b'] })).toEqual([]);
    expect(namesOf(kind, { name: 'a', finalizers: ['b c'] })).toHaveLength(1);
  });
});
