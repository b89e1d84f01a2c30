import { ACCESS_RULES } from '../../../../lib/validation/rules/access';
import { diagnostics, places } from '../../../support/diagnostics';
import { binding, deployment, picker, pickerContainer, role } from '../../../support/manifests';
import { ALL, ENOUGH, EPP, granted, PICKER, PODS } from '../../../support/picker-access';

describe('the token', () => {
  const account = (automountServiceAccountToken?: boolean) => ({
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: 'epp', namespace: 'default' },
    automountServiceAccountToken,
  });
  const withPod = (spec: object) => granted(ENOUGH, picker('epp', ['--pool-name=pool'], { pod: spec }));
  const projected = { projected: { sources: [{ configMap: {} }, { serviceAccountToken: { path: 'token' } }] } };

  test.each<[string, readonly object[], string[]]>([
    ['the pod wins', [...withPod({ automountServiceAccountToken: true }), account(false)], []],
    ['the account says nothing', [...withPod({}), account()], []],
    [
      'a volume brings it',
      withPod({
        automountServiceAccountToken: false,
        volumes: [
          { name: 'c', configMap: {} },
          { name: 't', ...projected },
        ],
      }),
      [],
    ],
    [
      'the pod has none',
      withPod({ automountServiceAccountToken: false }),
      [
        "LLMD-EPP-ACCESS-TOKEN spec.template.spec.automountServiceAccountToken: the pod sets automountServiceAccountToken: false, and an endpoint picker needs the token; set automountServiceAccountToken: true in the picker's pod",
      ],
    ],
    [
      'the account has none',
      [...withPod({}), account(false)],
      [
        "LLMD-EPP-ACCESS-TOKEN spec.template.spec.serviceAccountName: the ServiceAccount sets automountServiceAccountToken: false, and an endpoint picker needs the token; set automountServiceAccountToken: true in the picker's pod",
      ],
    ],
  ])('%s', (_, objects, expected) => {
    expect(diagnostics(ACCESS_RULES, objects)).toEqual(expected);
  });

  test.each([
    ['other volumes', [{ name: 'tmp', emptyDir: {} }]],
    ['a volume of other things', [{ name: 'p', projected: { sources: [{ configMap: { name: 'a' } }] } }]],
    ['an empty volume', [{ name: 'p', projected: {} }]],
  ])('%s bring none', (_, volumes) => {
    expect(places(ACCESS_RULES, withPod({ automountServiceAccountToken: false, volumes }))).toHaveLength(1);
  });

  test('of the account `default`', () => {
    const none = { ...account(false), metadata: { name: 'default', namespace: 'default' } };
    const subject = deployment('epp', { containers: [pickerContainer(['--endpoint-selector=a=b'])] });
    expect(places(ACCESS_RULES, [subject, none])).toContain(
      'LLMD-EPP-ACCESS-TOKEN spec.template.spec.serviceAccountName',
    );
  });
});

describe('rights beyond its work', () => {
  test.each<[string, object, string | undefined]>([
    ['every kind', ALL[0], 'every kind'],
    ['every group', { apiGroups: ['*'], resources: ['pods'], verbs: ['get'] }, 'pods of every API group'],
    [
      'every verb',
      { apiGroups: [''], resources: ['pods', 'services'], verbs: ['*'] },
      'everything with pods, services',
    ],
    ['Secrets', { apiGroups: [''], resources: ['secrets'], verbs: ['get', 'list'] }, 'get, list all Secrets'],
    [
      'two kinds of every group',
      { apiGroups: ['*'], resources: ['pods', 'services'], verbs: ['get'] },
      'pods, services of every API group',
    ],
    ['nothing', { nonResourceURLs: ['/metrics'], verbs: ['get'] }, undefined],
    ['nothing at all', {}, undefined],
    ['a rule of no verbs', { apiGroups: [''], resources: ['secrets'] }, ' all Secrets'],
    ['one Secret', { apiGroups: [''], resources: ['secrets'], resourceNames: ['a'], verbs: ['get'] }, undefined],
    ['more than it needs', { apiGroups: [''], resources: ['services'], verbs: ['get'] }, undefined],
  ])('%s', (_, rule, excess) => {
    const text = `LLMD-EPP-ACCESS-BROAD spec.template.spec.serviceAccountName: Role default/epp gives ServiceAccount default/epp ${excess} in namespace default; an endpoint picker needs to read pods, its pool, rewrites and objectives; name the groups, resources and verbs that the picker uses`;
    expect(diagnostics(ACCESS_RULES, granted([...ENOUGH, rule]))).toEqual(excess === undefined ? [] : [text]);
  });

  test('in the whole cluster', () => {
    const everywhere = binding('epp', 'ClusterRole', EPP, { kind: 'ClusterRoleBinding' });
    expect(diagnostics(ACCESS_RULES, [PICKER, role('epp', ALL, { kind: 'ClusterRole' }), everywhere])).toEqual([
      expect.stringContaining('ClusterRole epp gives ServiceAccount default/epp every kind in the whole cluster;'),
    ]);
  });
});

test('the severity of each rule', () => {
  expect(Object.fromEntries(ACCESS_RULES.map(({ code, severity }) => [code, severity]))).toEqual({
    'LLMD-EPP-ACCESS': 'error',
    'LLMD-EPP-ACCESS-OPTIONAL': 'warning',
    'LLMD-EPP-ACCESS-UNKNOWN': 'error-when-closed',
    'LLMD-EPP-ACCESS-TOKEN': 'error',
    'LLMD-EPP-ACCESS-BROAD': 'warning',
    'LLMD-ACCESS-CLUSTER-SCOPED': 'warning',
  });
});

describe('kinds without a namespace in a Role', () => {
  const REVIEWS = {
    apiGroups: ['authentication.k8s.io'],
    resources: ['pods', 'tokenreviews/status'],
    verbs: ['create'],
  };

  test('have no effect', () => {
    expect(diagnostics(ACCESS_RULES, [role('a', [PODS, REVIEWS], { namespace: 'ns' })])).toEqual([
      'LLMD-ACCESS-CLUSTER-SCOPED rules[1].resources[1]: tokenreviews/status have no namespace, and a Role gives rights in namespace ns only; move the rule to a ClusterRole, and bind it with a ClusterRoleBinding',
    ]);
  });

  test.each([
    ['', 'nodes'],
    ['', 'persistentvolumes'],
    ['admissionregistration.k8s.io', 'mutatingwebhookconfigurations'],
    ['admissionregistration.k8s.io', 'validatingwebhookconfigurations'],
    ['apiextensions.k8s.io', 'customresourcedefinitions'],
    ['apiregistration.k8s.io', 'apiservices'],
    ['authorization.k8s.io', 'selfsubjectaccessreviews'],
    ['authorization.k8s.io', 'selfsubjectrulesreviews'],
    ['authorization.k8s.io', 'subjectaccessreviews'],
    ['gateway.networking.k8s.io', 'gatewayclasses'],
    ['networking.k8s.io', 'ingressclasses'],
    ['rbac.authorization.k8s.io', 'clusterrolebindings'],
    ['rbac.authorization.k8s.io', 'clusterroles'],
    ['scheduling.k8s.io', 'priorityclasses'],
    ['storage.k8s.io', 'csidrivers'],
    ['storage.k8s.io', 'csinodes'],
    ['storage.k8s.io', 'storageclasses'],
    ['storage.k8s.io', 'volumeattachments'],
  ])('%s/%s', (group, resource) => {
    const rules = [{ apiGroups: [group, 'unknown'], resources: [resource], verbs: ['get'] }];
    expect(places(ACCESS_RULES, [role('a', rules)])).toEqual(['LLMD-ACCESS-CLUSTER-SCOPED rules[0].resources[0]']);
  });

  test.each<[string, object]>([
    ['a ClusterRole', role('a', [REVIEWS], { kind: 'ClusterRole' })],
    ['another group', role('a', [{ ...REVIEWS, apiGroups: ['apps'] }])],
    ['a rule of nothing', role('a', [{}])],
    ['no rules', { ...role('a', []), rules: undefined }],
  ])('but %s is fine', (_, object) => {
    expect(places(ACCESS_RULES, [object])).toEqual([]);
  });
});
