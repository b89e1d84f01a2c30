import { testCases } from './change';

describe('Role', () => {
  testCases({ code: 'LLMD-RBAC', kind: 'Role' }, [
    [{ 'rules[0].verbs': [] }, 'rules[0].verbs: verbs is empty'],
    [{ 'rules[0].apiGroups': [] }, 'rules[0].apiGroups: apiGroups is empty'],
    [{ 'rules[0].apiGroups': undefined }, 'rules[0].apiGroups: apiGroups is missing'],
    [{ 'rules[0].resources': [] }, 'rules[0].resources: resources is empty'],
    [
      { 'rules[0].nonResourceURLs': ['/metrics'] },
      'rules[0].nonResourceURLs: a Role has no rules about URLs',
      'rules[0].nonResourceURLs: a rule is about URLs or about resources',
    ],
    [
      { rules: [{ nonResourceURLs: ['/metrics'], verbs: ['get'] }] },
      'rules[0].nonResourceURLs: a Role has no rules about URLs',
    ],
    [{ rules: undefined }],
  ]);
});

describe('ClusterRole', () => {
  testCases({ code: 'LLMD-RBAC', kind: 'ClusterRole' }, [
    [{ 'rules[0].apiGroups': [''] }, 'rules[0].nonResourceURLs: a rule is about URLs or about resources'],
    [{ 'rules[0].verbs': [] }, 'rules[0].verbs: verbs is empty'],
    [{ 'rules[1].resources': undefined }, 'rules[1].resources: resources is missing'],
    [
      { 'aggregationRule.clusterRoleSelectors': [] },
      'aggregationRule.clusterRoleSelectors: clusterRoleSelectors is empty',
    ],
    [
      { 'aggregationRule.clusterRoleSelectors[0].matchLabels': { 'a b': 'c' } },
      'LLMD-SELECTOR aggregationRule.clusterRoleSelectors[0].matchLabels["a b"]: "a b" is not a valid label key: up to 63 letters, digits, "-", "_" and ".", optionally after a DNS name and "/"',
    ],
  ]);
});

describe('RoleBinding', () => {
  testCases({ code: 'LLMD-RBAC', kind: 'RoleBinding' }, [
    [{ 'roleRef.kind': 'User' }, 'roleRef.kind: "User" is not Role or ClusterRole'],
    [{ 'roleRef.kind': '' }, 'roleRef.kind: kind is empty'],
    [{ 'roleRef.name': '' }, 'roleRef.name: name is empty'],
    [
      { 'roleRef.name': 'a/b' },
      'roleRef.name: "a/b" is not a valid name that can be part of a URL: not "." or "..", and without "/" and "%"',
    ],
    [
      { 'roleRef.name': 'a%b' },
      'roleRef.name: "a%b" is not a valid name that can be part of a URL: not "." or "..", and without "/" and "%"',
    ],
    [
      { 'roleRef.name': '..' },
      'roleRef.name: ".." is not a valid name that can be part of a URL: not "." or "..", and without "/" and "%"',
    ],
    [{ 'roleRef.apiGroup': 'rbac' }, 'roleRef.apiGroup: "rbac" is not rbac.authorization.k8s.io'],
    [{ 'roleRef.apiGroup': '' }],
    [{ 'subjects[0].kind': 'Robot' }, 'subjects[0].kind: "Robot" is not ServiceAccount, User or Group'],
    [
      { 'subjects[0].apiGroup': 'rbac.authorization.k8s.io' },
      'subjects[0].apiGroup: a ServiceAccount is not in the group "rbac.authorization.k8s.io"',
    ],
    [
      { 'subjects[0].name': 'A_b' },
      'subjects[0].name: "A_b" is not a valid DNS name: up to 253 lower-case letters, digits, dashes and dots',
    ],
    [{ 'subjects[0].name': '' }, 'subjects[0].name: name is empty'],
    [{ 'subjects[0].namespace': undefined }],
    [{ 'subjects[1].apiGroup': 'v1' }, 'subjects[1].apiGroup: a User is not in the group "v1"'],
    [{ 'subjects[1].apiGroup': undefined }],
    [{ subjects: undefined }],
    [{ roleRef: {} }, 'roleRef.kind: kind is missing', 'roleRef.name: name is missing'],
  ]);
});

describe('ClusterRoleBinding', () => {
  testCases({ code: 'LLMD-RBAC', kind: 'ClusterRoleBinding' }, [
    [{ 'roleRef.kind': 'Role' }, 'roleRef.kind: "Role" is not ClusterRole'],
    [{ 'subjects[0].namespace': undefined }, 'subjects[0].namespace: namespace is missing'],
    [{ 'subjects[1].apiGroup': 'v1' }, 'subjects[1].apiGroup: a Group is not in the group "v1"'],
  ]);
});
