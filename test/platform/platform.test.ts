import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ServiceAccount } from 'cdk8s-plus-28';
import { CustomResourceDefinitions, Platform, type PlatformProps, Release } from '../../lib';
import { find, type KubeObject, nameOf } from '../support/objects';
import { newChart, synth } from '../support/synth';

const CRDS = join(__dirname, '..', '..', 'imports', 'crds');

function platform(props?: PlatformProps, namespace?: string): KubeObject[] {
  return synth((chart) => new Platform(chart, 'platform', props), { namespace });
}

const crds = (objects: KubeObject[]) => objects.filter(({ kind }) => kind === 'CustomResourceDefinition');
const groups = (objects: KubeObject[]) => [...new Set(crds(objects).map(({ spec }) => spec.group))].sort();

test('is a namespace, the kinds, and the controller with its rights', () => {
  const others = platform().filter(({ kind }) => kind !== 'CustomResourceDefinition');
  expect(others.map(nameOf)).toEqual([
    'Namespace/agentgateway-system',
    'ServiceAccount/agentgateway',
    'ClusterRole/agentgateway-agentgateway-system',
    'ClusterRoleBinding/agentgateway-role-agentgateway-system',
    'Service/agentgateway',
    'Deployment/agentgateway',
  ]);
});

test('its namespace enforces `restricted`', () => {
  expect(find(platform(), 'Namespace').metadata.labels).toMatchObject({
    'pod-security.kubernetes.io/enforce': 'restricted',
  });
});

test.each<[string, PlatformProps | undefined, string[]]>([
  [
    'for the default',
    undefined,
    ['agentgateway.dev', 'gateway.networking.k8s.io', 'inference.networking.k8s.io', 'llm-d.ai'],
  ],
  [
    'for a release of GAIE: rewrites and objectives in one group only',
    { release: Release.GAIE_V1_5_0 },
    ['agentgateway.dev', 'gateway.networking.k8s.io', 'inference.networking.k8s.io', 'inference.networking.x-k8s.io'],
  ],
  ['without agentgateway', { agentgateway: false }, ['inference.networking.k8s.io', 'llm-d.ai']],
])('the kinds %s', (_, props, expected) => {
  expect(groups(platform(props))).toEqual(expected);
});

test('without agentgateway it is nothing but kinds', () => {
  const objects = platform({ agentgateway: false });
  expect(crds(objects)).toHaveLength(3);
  expect(objects).toHaveLength(3);
});

test('defines the standard channel of Gateway API whole, and agentgateway whole', () => {
  const imported = readdirSync(CRDS).map((file) => file.replace(/\.json$/, ''));
  const whole = imported.filter((name) => /\.(gateway\.networking\.k8s\.io|agentgateway\.dev)$/.test(name));
  expect(whole.length).toBeGreaterThanOrEqual(12);
  expect(crds(platform()).map(({ metadata }) => metadata.name)).toEqual(expect.arrayContaining(whole));
});

test('a CRD is written as it was imported', () => {
  const objects = synth((chart) => new CustomResourceDefinitions(chart, 'crds'), { namespace: 'team-a' });
  for (const object of objects) {
    expect(object).toEqual(JSON.parse(readFileSync(join(CRDS, `${object.metadata.name}.json`), 'utf8')));
  }
});

describe('in another namespace', () => {
  const objects = platform({ namespace: 'gateways' }, 'stamped-by-the-chart');

  test('every namespaced object is in it', () => {
    const namespaces = objects.map(({ metadata }) => metadata.namespace);
    expect([...new Set(namespaces)]).toEqual([undefined, 'gateways']);
    expect(find(objects, 'Namespace').metadata.name).toBe('gateways');
  });

  test('whose name must be valid', () => {
    expect(() => platform({ namespace: 'Gate Ways' })).toThrow(
      /^LLMD-NAME at test\/platform\/namespace: got namespace "Gate Ways"/,
    );
  });
});

test('Platform hands pod options to the controller, and its ServiceAccount the rights', () => {
  const chart = newChart();
  const serviceAccount = ServiceAccount.fromServiceAccountName(chart, 'account', 'robot', {
    namespaceName: 'agentgateway-system',
  });
  new Platform(chart, 'platform', {
    controllerPods: { serviceAccount, nodeSelector: { pool: 'system' }, imageRegistry: 'mirror.example/hub' },
  });
  const objects = chart.toJson();
  const { spec } = find(objects, 'Deployment', 'agentgateway').spec.template;
  expect(spec).toMatchObject({ serviceAccountName: 'robot', nodeSelector: { pool: 'system' } });
  expect(spec.containers[0].image).toMatch(/^mirror\.example\/hub\/controller:/);
  expect(find(objects, 'ClusterRoleBinding').subjects).toMatchObject([{ name: 'robot' }]);
});

test('gatewayNamespaces is handed to the rights of the controller', () => {
  const roles = platform({ gatewayNamespaces: ['llm'] }).filter(({ kind }) => kind === 'Role');
  expect(roles.map(({ metadata }) => metadata.namespace)).toEqual(['agentgateway-system', 'llm']);
});
