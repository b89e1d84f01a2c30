import { ACCESS_RULES } from '../../../../lib/validation/rules/access';
import { diagnostics } from '../../../support/diagnostics';
import { binding, role } from '../../../support/manifests';
import { ALL, ENOUGH, EPP, granted, PICKER } from '../../../support/picker-access';

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
