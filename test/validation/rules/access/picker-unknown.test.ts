import { ACCESS_RULES } from '../../../../lib/validation/rules/access';
import { diagnostics, places } from '../../../support/diagnostics';
import { binding, deployment, pickerContainer, role } from '../../../support/manifests';
import { ENOUGH, EPP, models, NEW, PICKER, PODS, POOLS } from '../../../support/picker-access';

describe('rights that are not here', () => {
  const UNKNOWN = 'LLMD-EPP-ACCESS-UNKNOWN spec.template.spec.serviceAccountName';
  const must =
    'its picker must follow pods, inferencepools, inferencemodelrewrites, inferenceobjectives in namespace default';
  const remedy =
    'add the Role and a RoleBinding in namespace default that names this ServiceAccount with its namespace';

  test('no binding', () => {
    expect(diagnostics(ACCESS_RULES, [PICKER])).toEqual([
      `${UNKNOWN}: no binding here names ServiceAccount default/epp, and ${must}; ${remedy}`,
    ]);
  });

  test.each([
    ['RoleBinding', 'RoleBinding default/epp', { kind: 'RoleBinding' }],
    ['ClusterRoleBinding', 'ClusterRoleBinding epp', { kind: 'ClusterRoleBinding' }],
  ])('a %s for its namesake', (_, name, fields) => {
    const other = binding('epp', 'ClusterRole', [{ kind: 'ServiceAccount', name: 'epp', namespace: 'other' }], fields);
    expect(diagnostics(ACCESS_RULES, [PICKER, other])).toEqual([
      `${UNKNOWN}: no binding here names ServiceAccount default/epp (${name} names other/epp), and ${must}; ${remedy}`,
    ]);
  });

  test.each<[string, object]>([
    ['without subjects', { ...binding('x', 'Role', []), subjects: undefined }],
    ['of a user', binding('x', 'Role', [{ kind: 'User', name: 'epp' }])],
    ['of another account', binding('x', 'Role', [{ kind: 'ServiceAccount', name: 'x' }])],
  ])('a binding %s is no namesake', (_, other) => {
    expect(diagnostics(ACCESS_RULES, [PICKER, other])).toEqual([
      `${UNKNOWN}: no binding here names ServiceAccount default/epp, and ${must}; ${remedy}`,
    ]);
  });

  test('a namesake without a namespace is one of its binding', () => {
    const other = binding('epp', 'Role', [{ kind: 'ServiceAccount', name: 'epp' }], { namespace: 'other' });
    expect(diagnostics(ACCESS_RULES, [PICKER, other])).toEqual([
      expect.stringContaining('RoleBinding other/epp names other/epp'),
    ]);
  });

  test('a role that is not here', () => {
    expect(diagnostics(ACCESS_RULES, [PICKER, binding('epp', 'ClusterRole', EPP)])).toEqual([
      `${UNKNOWN}: RoleBinding default/epp gives ServiceAccount default/epp the ClusterRole epp, which is not here in full, and ${must}; ${remedy}`,
    ]);
  });

  const identity = (group: string, kind: string, name: string, namespace?: string) => ({
    group,
    kind,
    name,
    namespace,
  });

  test.each<[string, readonly object[], object[], string[]]>([
    ['rights enough here', [role('a', ENOUGH), binding('a', 'Role', EPP), binding('b', 'Role', EPP)], [], []],
    [
      'only optional ones missing',
      [role('a', [PODS, POOLS, models(NEW)]), binding('a', 'Role', EPP), binding('b', 'Role', EPP)],
      [],
      [],
    ],
    ['an account that is known to be there', [], [identity('', 'ServiceAccount', 'epp', 'default')], []],
    [
      'a role that is known to be there',
      [binding('b', 'Role', EPP)],
      [identity('rbac.authorization.k8s.io', 'Role', 'b', 'default')],
      [],
    ],
    [
      'an account that is only here',
      [{ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'epp', namespace: 'default' } }],
      [],
      [UNKNOWN],
    ],
    [
      'a role that gathers its rules elsewhere',
      [role('b', [], { kind: 'ClusterRole', aggregationRule: {} }), binding('b', 'ClusterRole', EPP)],
      [],
      [UNKNOWN],
    ],
    [
      'one of two that is known',
      [binding('a', 'Role', EPP), binding('b', 'Role', EPP)],
      [identity('rbac.authorization.k8s.io', 'Role', 'b', 'default')],
      [UNKNOWN],
    ],
    [
      'cluster-admin',
      [binding('a', 'ClusterRole', EPP, { role: 'cluster-admin' })],
      [],
      ['LLMD-EPP-ACCESS-BROAD spec.template.spec.serviceAccountName'],
    ],
  ])('%s', (_, access, external, expected) => {
    expect(places(ACCESS_RULES, [PICKER, ...access], { external: external as never })).toEqual(expected);
  });

  test('the account `default` may be known to be there', () => {
    const subject = deployment('epp', { containers: [pickerContainer(['--pool-name=pool'])] });
    const external = [identity('', 'ServiceAccount', 'default', 'default')];
    expect(places(ACCESS_RULES, [subject], { external })).toEqual([]);
  });

  test('the account of a pod that names none', () => {
    expect(
      diagnostics(ACCESS_RULES, [deployment('epp', { containers: [pickerContainer(['--pool-name=pool'])] })]),
    ).toEqual([expect.stringContaining('no binding here names ServiceAccount default/default, and')]);
  });
});
