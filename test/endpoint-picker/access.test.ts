import { ServiceAccount } from 'cdk8s-plus-28';
import { DataPlane, InferencePool, type InferencePoolProps, LlmdStack, Release } from '../../lib';
import { OPT } from '../support/stacks';
import { permissions } from '../support/permissions';
import { find, type KubeObject, nameOf, podSpec } from '../support/objects';
import { newChart, synth } from '../support/synth';
import { App } from 'cdk8s';

const existingPods = { labels: { app: 'elsewhere' } };

function pool(props: Partial<InferencePoolProps> = {}, namespace?: string): KubeObject[] {
  return synth((chart) => new InferencePool(chart, 'opt', { existingPods, ...props }), { namespace });
}

const READ = ['get', 'list', 'watch'];
const read = (group: string, ...resources: string[]) =>
  resources.flatMap((resource) => READ.map((verb) => `${group}/${resource}: ${verb}`));

test.each([
  [Release.LLM_D_ROUTER_V0_10_0, ['llm-d.ai', 'inference.networking.x-k8s.io']],
  [Release.GAIE_V1_5_0, ['inference.networking.x-k8s.io']],
  [Release.GAIE_V1_4_0, ['inference.networking.x-k8s.io']],
])('the picker of $id may watch its pool, its pods and its models, and nothing else', (release, groups) => {
  const objects = pool({ release });
  expect(permissions(find(objects, 'Role'))).toEqual(
    [
      ...read('', 'pods'),
      ...read('inference.networking.k8s.io', 'inferencepools'),
      ...groups.flatMap((group) => read(group, 'inferenceobjectives', 'inferencemodelrewrites')),
    ].sort(),
  );
});

test('the Role is bound to the ServiceAccount of the pod, in the namespace of the pool', () => {
  const objects = pool({}, 'team-a');
  expect(find(objects, 'RoleBinding')).toMatchObject({
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: find(objects, 'Role').metadata.name },
    subjects: [{ kind: 'ServiceAccount', name: 'opt-epp', namespace: 'team-a' }],
  });
  expect(find(objects, 'ServiceAccount').metadata).toMatchObject({ name: 'opt-epp', namespace: 'team-a' });
  expect(find(objects, 'Deployment').spec.template.spec).toMatchObject({
    serviceAccountName: 'opt-epp',
    automountServiceAccountToken: false,
  });
});

describe('metrics with authentication', () => {
  test('need a ClusterRole that may authenticate the caller', () => {
    const objects = pool({ endpointPicker: { metricsAuth: true } }, 'team-a');
    const role = find(objects, 'ClusterRole');
    expect(permissions(role)).toEqual([
      'authentication.k8s.io/tokenreviews: create',
      'authorization.k8s.io/subjectaccessreviews: create',
    ]);
    expect(find(objects, 'ClusterRoleBinding')).toMatchObject({
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: role.metadata.name },
      subjects: [{ kind: 'ServiceAccount', name: 'opt-epp', namespace: 'team-a' }],
    });
  });

  test('are the default, and none of it is made without them', () => {
    const clusterKinds = (objects: KubeObject[]) =>
      objects.map(({ kind }) => kind).filter((kind) => /^Cluster/.test(kind));
    expect(clusterKinds(pool())).toEqual(['ClusterRole', 'ClusterRoleBinding']);
    expect(clusterKinds(pool({ endpointPicker: { metricsAuth: false } }))).toEqual([]);
  });

  test('have no namespace, and a name of their own for each stack', () => {
    const app = new App();
    for (const [id, namespace, name] of [
      ['one', 'team', 'a-b'],
      ['two', 'team-a', 'b'],
      ['three', 'team-a', 'a-b'],
    ] as const) {
      new LlmdStack(app, id, { model: OPT, namespace, name });
    }
    const objects: KubeObject[] = app.charts.flatMap((chart) => chart.toJson());
    const cluster = objects.filter(({ kind }) => kind.startsWith('Cluster'));
    expect(cluster).toHaveLength(6);
    expect(cluster.filter(({ metadata }) => 'namespace' in metadata)).toEqual([]);
    expect(new Set(cluster.map(nameOf)).size).toBe(6);
  });
});

describe('an existing ServiceAccount', () => {
  const withAccount = (namespaceName?: string, namespace?: string) =>
    synth(
      (chart) => {
        const serviceAccount = ServiceAccount.fromServiceAccountName(chart, 'account', 'robot', { namespaceName });
        new InferencePool(chart, 'opt', { existingPods, endpointPicker: { serviceAccount } });
      },
      { namespace },
    );

  test('gets the rights, and no ServiceAccount is made', () => {
    const objects = withAccount('team-a', 'team-a');
    expect(objects.map(({ kind }) => kind)).not.toContain('ServiceAccount');
    for (const kind of ['RoleBinding', 'ClusterRoleBinding']) {
      expect(find(objects, kind).subjects).toMatchObject([{ name: 'robot', namespace: 'team-a' }]);
    }
    expect(find(objects, 'Deployment').spec.template.spec.serviceAccountName).toBe('robot');
  });

  test('of another namespace is refused: pods cannot use it', () => {
    expect(() => withAccount(undefined, 'team-a')).toThrowErrorMatchingInlineSnapshot(
      `"LLMD-SERVICE-ACCOUNT-NAMESPACE at test/opt/epp/access: got the ServiceAccount robot of namespace default, expected one of namespace team-a, where the pods run. Fix: pass ServiceAccount.fromServiceAccountName(scope, id, name, { namespaceName: 'team-a' })."`,
    );
  });

  test('may be made by cdk8s-plus in the same chart', () => {
    const chart = newChart({ namespace: 'team-a' });
    const serviceAccount = new ServiceAccount(chart, 'account', { metadata: { name: 'robot' } });
    new InferencePool(chart, 'opt', { existingPods, endpointPicker: { serviceAccount } });
    expect(find(chart.toJson(), 'RoleBinding').subjects).toMatchObject([{ name: 'robot', namespace: 'team-a' }]);
  });
});

test('only the container of the picker gets the token', () => {
  const { transport } = DataPlane.standaloneEnvoy();
  const { containers } = podSpec(pool({ transport }));
  const withToken = containers.filter(({ volumeMounts = [] }: any) =>
    volumeMounts.some(({ mountPath }: any) => mountPath === '/var/run/secrets/kubernetes.io/serviceaccount'),
  );
  expect(containers).toHaveLength(2);
  expect(withToken.map(({ name }: any) => name)).toEqual(['epp']);
});
