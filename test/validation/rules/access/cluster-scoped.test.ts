import { ACCESS_RULES } from '../../../../lib/validation/rules/access';
import { diagnostics, places } from '../../../support/diagnostics';
import { role } from '../../../support/manifests';
import { PODS } from '../../../support/picker-access';

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
