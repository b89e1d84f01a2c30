import type { Origin } from '../../../../lib/api-server/resource';
import { ResourceSet } from '../../../../lib/validation/resource-set';
import { EXAMPLES } from '../../../../lib/validation/rules/examples';
import { SET_RULES } from '../../../../lib/validation/rules/set';
import { DUPLICATE_OBJECT } from '../../../../lib/validation/rules/set/duplicate-object';
import { checkStructure } from '../../../../lib/api-server/check-object';
import { diagnostics, messages } from '../../../support/diagnostics';
import { parseObjects } from '../../../support/objects';

const found = (...yaml: string[]) => messages(SET_RULES, parseObjects(yaml.join('---\n')));

/** A workload whose pods have these labels, and whose selector asks for these. */
const workload = (name: string, selector: string, labels = selector, kind = 'Deployment', namespace = 'llm-d') => `
apiVersion: ${kind === 'Job' ? 'batch/v1' : 'apps/v1'}
kind: ${kind}
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  selector: { matchLabels: { ${selector} } }
  template: { metadata: { labels: { ${labels} } } }
`;

const TEXTS: { readonly [code: string]: string } = {
  'LLMD-DUPLICATE-OBJECT':
    'LLMD-DUPLICATE-OBJECT metadata.name: there is another ConfigMap llm-d/epp-config before it: v1; remove one of them, or rename it together with all references to it',
  'LLMD-WORKLOAD-SELECTORS':
    'LLMD-WORKLOAD-SELECTORS spec.selector: app=vllm selects the pods of Deployment llm-d/vllm-small too, whose selector selects these; give each workload a label of its own, in its selector and on its pods',
};

test.each(SET_RULES.map((rule) => [rule.code, rule] as const))('%s says what and how', (_code, rule) =>
  expect([rule.severity, ...diagnostics([rule], parseObjects(EXAMPLES[rule.code].failing))]).toEqual([
    'error',
    TEXTS[rule.code],
  ]),
);

describe('workloads', () => {
  test.each<[string, string[], string[]]>([
    ['select their own pods', [workload('a', 'app: a'), workload('b', 'app: b')], []],
    [
      'of three kinds select the same pods',
      [
        workload('a', 'app: x'),
        workload('b', 'app: x', 'app: x', 'StatefulSet'),
        workload('c', 'app: x', 'app: x', 'DaemonSet'),
      ],
      [
        'LLMD-WORKLOAD-SELECTORS spec.selector: app=x selects the pods of DaemonSet llm-d/c too, whose selector selects these',
        'LLMD-WORKLOAD-SELECTORS spec.selector: app=x selects the pods of DaemonSet llm-d/c too, whose selector selects these',
      ],
    ],
    [
      'have labels in common that nothing selects',
      [workload('a', 'app: a', 'app: a, team: x'), workload('b', 'app: b', 'app: b, team: x')],
      [],
    ],
    ['are one inside the other', [workload('a', 'app: x'), workload('b', 'app: x, role: b')], []],
    [
      'select by other labels',
      [workload('a', 'app: x', 'app: x, tier: y'), workload('b', 'tier: y', 'app: x, tier: y')],
      [
        'LLMD-WORKLOAD-SELECTORS spec.selector: tier=y selects the pods of Deployment llm-d/a too, whose selector selects these',
      ],
    ],
    ['are in two namespaces', [workload('a', 'app: x'), workload('a', 'app: x', 'app: x', 'Deployment', 'other')], []],
    ['are a job and a Deployment', [workload('a', 'app: x'), workload('b', 'app: x', 'app: x', 'Job')], []],
    [
      'have no selector',
      [workload('a', 'app: x').replace(/selector:.*/, ''), workload('b', 'app: x').replace(/selector:.*/, '')],
      [],
    ],
    [
      'are one that is there twice',
      [workload('a', 'app: x'), workload('a', 'app: x')],
      ['LLMD-DUPLICATE-OBJECT metadata.name: there is another Deployment llm-d/a before it: apps/v1'],
    ],
  ])('%s', (_name, yaml, expected) => expect(found(...yaml)).toEqual(expected));
});

describe('objects', () => {
  const role = (name: string, apiVersion = 'rbac.authorization.k8s.io/v1') =>
    `apiVersion: ${apiVersion}\nkind: ClusterRole\nmetadata: { name: ${name} }\n`;
  const pod = (metadata: string) => `apiVersion: v1\nkind: Pod\nmetadata: { ${metadata} }\n`;

  test.each<[string, string[], string[]]>([
    ['differ in their names', [role('a'), role('b')], []],
    [
      'are of two versions',
      [role('a'), role('a', 'rbac.authorization.k8s.io/v1beta1')],
      ['LLMD-DUPLICATE-OBJECT metadata.name: there is another ClusterRole a before it: rbac.authorization.k8s.io/v1'],
    ],
    [
      'are there three times',
      [role('a'), role('a'), role('a')],
      [
        'LLMD-DUPLICATE-OBJECT metadata.name: there is another ClusterRole a before it: rbac.authorization.k8s.io/v1',
        'LLMD-DUPLICATE-OBJECT metadata.name: there is another ClusterRole a before it: rbac.authorization.k8s.io/v1',
      ],
    ],
    ['are of two groups', [role('a'), role('a', 'example.com/v1')], []],
    [
      'are in the same namespace, which one does not say',
      [pod('name: a'), pod('name: a, namespace: default')],
      ['LLMD-DUPLICATE-OBJECT metadata.name: there is another Pod default/a before it: v1'],
    ],
    ['get their names from the API server', [pod('generateName: a-'), pod('generateName: a-')], []],
  ])('%s', (_name, yaml, expected) => expect(found(...yaml)).toEqual(expected));

  const [object] = parseObjects(pod('name: a'));
  const set = (origin: Origin) =>
    new ResourceSet([{ object, origin }, { object }].map((input) => checkStructure(input).resource!));

  test.each<[Origin, string]>([
    [{ file: 'a.yaml', document: 2 }, 'v1 in a.yaml, document 2'],
    [{ file: 'a.yaml' }, 'v1 in a.yaml'],
    [{ construct: 'app/pod', file: 'a.yaml' }, 'v1 of the construct app/pod'],
    [{}, 'v1'],
  ])('are found where they came from: %j', (origin, place) =>
    expect([...DUPLICATE_OBJECT.check(set(origin))].map(({ message }) => message)).toEqual([
      `there is another Pod default/a before it: ${place}`,
    ]),
  );
});
