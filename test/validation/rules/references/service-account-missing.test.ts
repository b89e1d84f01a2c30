import { deploymentOf, named } from '../../../support/rule-objects';
import { referenceMessages } from '../../../support/reference-messages';

describe('ServiceAccounts and roles', () => {
  const binding = (role: string, subjects: string, kind = 'RoleBinding') =>
    `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nmetadata: { name: a }\nroleRef: { apiGroup: rbac.authorization.k8s.io, ${role} }\nsubjects: [${subjects}]\n`;
  const epp = named('ServiceAccount', 'epp');

  test.each<[string, string, string[]]>([
    ['a pod', deploymentOf('serviceAccountName: epp') + epp, []],
    [
      'a pod of a missing account',
      deploymentOf('serviceAccountName: ep') + epp,
      [
        'LLMD-SERVICE-ACCOUNT-MISSING spec.template.spec.serviceAccountName: there is no ServiceAccount default/ep; namespace default has epp',
      ],
    ],
    [
      'a pod by the older field',
      deploymentOf('serviceAccount: ep'),
      ['LLMD-SERVICE-ACCOUNT-MISSING spec.template.spec.serviceAccount: there is no ServiceAccount default/ep'],
    ],
    ['a pod by both fields', deploymentOf('serviceAccountName: epp\nserviceAccount: ep') + epp, []],
    ['a pod that says nothing', deploymentOf('containers: []'), []],
    ['a pod of the default one', deploymentOf('serviceAccountName: default'), []],
    [
      'a token',
      'apiVersion: v1\nkind: Secret\ntype: kubernetes.io/service-account-token\nmetadata: { name: t, annotations: { kubernetes.io/service-account.name: metrics } }',
      [
        'LLMD-SERVICE-ACCOUNT-MISSING metadata.annotations["kubernetes.io/service-account.name"]: there is no ServiceAccount default/metrics',
      ],
    ],
    [
      'a Secret that is no token',
      'apiVersion: v1\nkind: Secret\nmetadata: { name: t, annotations: { kubernetes.io/service-account.name: metrics } }',
      [],
    ],
    ['a subject', binding('kind: ClusterRole, name: view', '{ kind: ServiceAccount, name: epp }') + epp, []],
    [
      'a subject elsewhere, where this one may be meant to be',
      binding('kind: ClusterRole, name: view', '{ kind: ServiceAccount, name: epp, namespace: llm-d }') + epp,
      [],
    ],
    [
      'a subject elsewhere',
      binding('kind: ClusterRole, name: view', '{ kind: ServiceAccount, name: epp, namespace: llm-d }') +
        epp.replace('name: epp', 'name: epp, namespace: default'),
      [
        'LLMD-SERVICE-ACCOUNT-MISSING subjects[0].name: there is no ServiceAccount llm-d/epp; there is one in namespace default',
      ],
    ],
    [
      'subjects that are no objects',
      binding('kind: ClusterRole, name: view', '{ kind: User, name: a }, { kind: Group, name: b }'),
      [],
    ],
    [
      'built-in roles',
      binding('kind: ClusterRole, name: "system:auth-delegator"', '') +
        '---\n' +
        binding('kind: ClusterRole, name: cluster-admin', '', 'ClusterRoleBinding').replace('name: a', 'name: b'),
      [],
    ],
    [
      'a role that is not there',
      binding('kind: Role, name: epp', ''),
      ['LLMD-ROLE-MISSING roleRef.name: there is no Role default/epp'],
    ],
    [
      'a cluster role that is not there',
      binding('kind: ClusterRole, name: epp', ''),
      ['LLMD-ROLE-MISSING roleRef.name: there is no ClusterRole epp'],
    ],
    [
      'a role in place of a cluster role',
      binding('kind: ClusterRole, name: epp', '') +
        '---\napiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: { name: epp }\n',
      ['LLMD-ROLE-MISSING roleRef.name: there is no ClusterRole epp'],
    ],
    ['a built-in role of a namespace', binding('kind: Role, name: "system:controller:a"', ''), []],
  ])('%s', (_name, yaml, expected) => expect(referenceMessages(yaml)).toEqual(expected));
});
