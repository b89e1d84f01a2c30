import { ACCESS_RULES } from '../../../../lib/validation/rules/access';
import { findings, places } from '../../../support/findings';
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
        "LLMD-ACCESS-PICKER-TOKEN spec.template.spec.automountServiceAccountToken: the pod sets automountServiceAccountToken: false, and an endpoint picker needs the token; set automountServiceAccountToken: true in the picker's pod",
      ],
    ],
    [
      'the account has none',
      [...withPod({}), account(false)],
      [
        "LLMD-ACCESS-PICKER-TOKEN spec.template.spec.serviceAccountName: the ServiceAccount sets automountServiceAccountToken: false, and an endpoint picker needs the token; set automountServiceAccountToken: true in the picker's pod",
      ],
    ],
  ])('%s', (_, objects, expected) => {
    expect(findings(ACCESS_RULES, objects)).toEqual(expected);
  });

  test('of the account `default`', () => {
    const none = { ...account(false), metadata: { name: 'default', namespace: 'default' } };
    const subject = deployment('epp', { containers: [pickerContainer(['--endpoint-selector=a=b'])] });
    expect(places(ACCESS_RULES, [subject, none])).toContain(
      'LLMD-ACCESS-PICKER-TOKEN spec.template.spec.serviceAccountName',
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
    ['one Secret', { apiGroups: [''], resources: ['secrets'], resourceNames: ['a'], verbs: ['get'] }, undefined],
    ['more than it needs', { apiGroups: [''], resources: ['services'], verbs: ['get'] }, undefined],
  ])('%s', (_, rule, excess) => {
    const text = `LLMD-ACCESS-PICKER-BROAD spec.template.spec.serviceAccountName: Role default/epp gives ServiceAccount default/epp ${excess} in namespace default; an endpoint picker needs to read pods, its pool, rewrites and objectives; name the groups, resources and verbs that the picker uses`;
    expect(findings(ACCESS_RULES, granted([...ENOUGH, rule]))).toEqual(excess === undefined ? [] : [text]);
  });

  test('in the whole cluster', () => {
    const everywhere = binding('epp', 'ClusterRole', EPP, { kind: 'ClusterRoleBinding' });
    expect(findings(ACCESS_RULES, [PICKER, role('epp', ALL, { kind: 'ClusterRole' }), everywhere])).toEqual([
      expect.stringContaining('ClusterRole epp gives ServiceAccount default/epp every kind in the whole cluster;'),
    ]);
  });
});

describe('kinds without a namespace in a Role', () => {
  const REVIEWS = {
    apiGroups: ['authentication.k8s.io'],
    resources: ['pods', 'tokenreviews/status'],
    verbs: ['create'],
  };

  test('have no effect', () => {
    expect(findings(ACCESS_RULES, [role('a', [PODS, REVIEWS], { namespace: 'ns' })])).toEqual([
      'LLMD-ACCESS-CLUSTER-SCOPED rules[1].resources[1]: tokenreviews/status have no namespace, and a Role gives rights in namespace ns only; move the rule to a ClusterRole, and bind it with a ClusterRoleBinding',
    ]);
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
