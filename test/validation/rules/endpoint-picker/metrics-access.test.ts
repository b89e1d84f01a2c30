import { binding, role } from '../../../support/manifests';
import { CONTAINER, podViolations } from '../../../support/picker-violations';

describe('a client that reads metrics', () => {
  const EPP = [{ kind: 'ServiceAccount', name: 'epp', namespace: 'default' }];
  const TOKENS = { apiGroups: ['authentication.k8s.io'], resources: ['tokenreviews'], verbs: ['create'] };
  const ACCESS = { apiGroups: ['authorization.k8s.io'], resources: ['subjectaccessreviews'], verbs: ['create'] };
  const cluster = (...rules: object[]) => [
    role('epp', rules, { kind: 'ClusterRole' }),
    binding('epp', 'ClusterRole', EPP, { kind: 'ClusterRoleBinding' }),
  ];
  const own = (...rules: object[]) => [role('epp', rules), binding('epp', 'Role', EPP)];
  const pod = { serviceAccountName: 'epp' };
  const lacks = (what: string, args = '') => [
    `LLMD-EPP-METRICS-ACCESS ${CONTAINER}.args${args}: ServiceAccount default/epp may not create ${what}, so that no client can read the metrics; bind a ClusterRole with these rights to it by a ClusterRoleBinding, or set --metrics-endpoint-auth=false`,
  ];

  test.each<[string, string[], object[], string[]]>([
    ['can', [], cluster(TOKENS, ACCESS), []],
    ['cannot', [], own(TOKENS, ACCESS), lacks('tokenreviews and subjectaccessreviews')],
    ['can by half', ['--metrics-endpoint-auth=true'], cluster(TOKENS), lacks('subjectaccessreviews', '[2]')],
    ['need no right', ['--metrics-endpoint-auth=false'], own(TOKENS), []],
    ['has rights from elsewhere', [], [], []],
    [
      'has a role from elsewhere',
      [],
      [...own(), binding('auth', 'ClusterRole', EPP, { kind: 'ClusterRoleBinding', role: 'system:auth-delegator' })],
      [],
    ],
  ])('%s', (_, args, beside, expected) => expect(podViolations(args, { pod, beside })).toEqual(expected));

  test('of the account `default`', () => {
    const subjects = [{ kind: 'ServiceAccount', name: 'default', namespace: 'default' }];
    const beside = [role('epp', [TOKENS]), binding('epp', 'Role', subjects)];
    expect(podViolations([], { beside })).toEqual([
      expect.stringContaining('ServiceAccount default/default may not create'),
    ]);
  });
});
