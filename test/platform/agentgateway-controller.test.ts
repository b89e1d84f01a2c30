import { Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-28';
import type { LlmdChart } from '../../lib';
import { AgentgatewayAccess, AgentgatewayController } from '../../lib';
import { permissions } from '../support/permissions';
import { restrictedViolations } from '../support/restricted';
import { find, type KubeObject, mainContainer, nameOf, podSpec } from '../support/objects';
import { synth } from '../support/synth';

/*
 * What agentgateway v1.4.1 installs with Helm and inferenceExtension.enabled, as tables. These tests do not run it:
 * they compare the objects with its chart.
 * Source: agentgateway/agentgateway v1.4.1, controller/install/helm/agentgateway and controller/test/helm/testdata.
 */

const NAME = { 'app.kubernetes.io/name': 'agentgateway' };
const SELECTOR = { agentgateway: 'agentgateway', ...NAME, 'app.kubernetes.io/instance': 'agentgateway' };

const ENVIRONMENT: readonly [name: string, value: unknown][] = [
  ['GOMEMLIMIT', { resourceFieldRef: { resource: 'limits.memory', divisor: '1' } }],
  ['GOMAXPROCS', { resourceFieldRef: { resource: 'limits.cpu', divisor: '1' } }],
  ['AGW_PROXY_IMAGE_REGISTRY', 'cr.agentgateway.dev'],
  ['AGW_PROXY_IMAGE_REPOSITORY', 'agentgateway'],
  // Not in the chart: without it the controller uses the proxy image of its own build, which a mirror may not have.
  ['AGW_PROXY_IMAGE_TAG', 'v1.4.1'],
  ['AGW_LOG_LEVEL', 'info'],
  ['AGW_XDS_SERVICE_NAME', 'agentgateway'],
  ['AGW_AGENTGATEWAY_XDS_SERVICE_PORT', '9978'],
  ['AGW_DISCOVERY_NAMESPACE_SELECTORS', '[]'],
  ['AGW_ENABLE_INFER_EXT', 'true'],
  ['AGW_XDS_MODE', 'tls'],
  ['AGW_GATEWAY_CLASS_PARAMETERS_REFS', '{}'],
  ['POD_NAMESPACE', { fieldRef: { fieldPath: 'metadata.namespace' } }],
];

const READ = 'get list watch';
const ALL = 'create delete get list patch update watch';

const RIGHTS: readonly [group: string, resources: string, verbs: string][] = [
  ['', 'configmaps services', ALL],
  ['', 'endpoints namespaces nodes pods', READ],
  ['', 'events', 'create patch'],
  ['', 'secrets serviceaccounts', 'create delete get list patch watch'],
  ['agentgateway.dev', 'agentgatewaybackends agentgatewayparameters agentgatewaypolicies agentgatewaymodels', READ],
  ['agentgateway.dev', 'agentgatewaybackends/status agentgatewayparameters/status', 'get patch update'],
  ['agentgateway.dev', 'agentgatewaypolicies/status agentgatewaymodels/status', 'get patch update'],
  ['apiextensions.k8s.io', 'customresourcedefinitions', READ],
  ['apps', 'deployments daemonsets', ALL],
  ['authentication.k8s.io', 'tokenreviews', 'create'],
  ['autoscaling', 'horizontalpodautoscalers', ALL],
  ['coordination.k8s.io', 'leases', 'create get update'],
  ['discovery.k8s.io', 'endpointslices', READ],
  ['gateway.networking.k8s.io', 'backendtlspolicies gateways grpcroutes httproutes', READ],
  ['gateway.networking.k8s.io', 'listenersets referencegrants tcproutes tlsroutes', READ],
  ['gateway.networking.k8s.io', 'backendtlspolicies/status gatewayclasses/status gateways/status', 'patch update'],
  ['gateway.networking.k8s.io', 'grpcroutes/status httproutes/status listenersets/status', 'patch update'],
  ['gateway.networking.k8s.io', 'tcproutes/status tlsroutes/status', 'patch update'],
  ['gateway.networking.k8s.io', 'gatewayclasses', 'create get list patch update watch'],
  ['networking.istio.io', 'destinationrules serviceentries workloadentries', READ],
  ['policy', 'poddisruptionbudgets', ALL],
  ['security.istio.io', 'authorizationpolicies', READ],
  ['inference.networking.k8s.io', 'inferencepools', READ],
  ['inference.networking.k8s.io', 'inferencepools/status', 'patch update'],
];

function triples(rights: typeof RIGHTS): string[] {
  return rights
    .flatMap(([group, resources, verbs]) =>
      resources.split(' ').flatMap((resource) => verbs.split(' ').map((verb) => `${group}/${resource}: ${verb}`)),
    )
    .sort();
}

function install(fill: (chart: LlmdChart) => void, namespace?: string): KubeObject[] {
  return synth(fill, { namespace });
}

describe("agentgateway's controller as its chart installs it", () => {
  const objects = install((chart) => new AgentgatewayController(chart, 'controller'));
  const { metadata, spec } = find(objects, 'Deployment');

  test('a Deployment and a Service in agentgateway-system', () => {
    expect(objects.map(nameOf).sort()).toEqual(['Deployment/agentgateway', 'Service/agentgateway']);
    expect(objects.map((object) => object.metadata.namespace)).toEqual(['agentgateway-system', 'agentgateway-system']);
  });

  test("one pod, selected by the chart's three labels", () => {
    expect(spec).toMatchObject({ replicas: 1, selector: { matchLabels: SELECTOR } });
    expect(spec.template.metadata.labels).toMatchObject(SELECTOR);
    expect(metadata.labels).toMatchObject({ ...SELECTOR, 'app.kubernetes.io/managed-by': 'cdk8s-llm-d' });
  });

  test('its environment, in the order of the chart', () => {
    const written = mainContainer(objects).env.map(({ name, value, valueFrom }: any) => [name, value ?? valueFrom]);
    expect(written).toEqual(ENVIRONMENT);
  });

  test('one container of the pinned version, without arguments', () => {
    const container = mainContainer(objects);
    expect(podSpec(objects).containers).toHaveLength(1);
    expect(container).toMatchObject({ name: 'controller', image: 'cr.agentgateway.dev/controller:v1.4.1' });
    expect(container.args ?? []).toEqual([]);
    expect(container).not.toHaveProperty('command');
  });

  test('its ports, in the container and in the Service', () => {
    const ports = { 'grpc-xds-agw': 9978, health: 9093, metrics: 9092 };
    expect(mainContainer(objects).ports).toEqual(
      Object.entries(ports).map(([name, containerPort]) => ({ name, containerPort })),
    );
    expect(find(objects, 'Service').spec).toEqual({
      selector: SELECTOR,
      ports: Object.entries(ports).map(([name, port]) => ({ name, port, targetPort: name })),
    });
  });

  test('its probes, resources and annotations', () => {
    const httpGet = { path: '/readyz', port: 'health' };
    const container = mainContainer(objects);
    expect(container.readinessProbe).toEqual({ httpGet, initialDelaySeconds: 1, periodSeconds: 10 });
    expect(container.startupProbe).toEqual({ httpGet, periodSeconds: 1, failureThreshold: 120 });
    expect(container).not.toHaveProperty('livenessProbe');
    expect(container.resources).toEqual({ requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '1Gi' } });
    expect(spec.template.metadata.annotations).toEqual({
      'prometheus.io/path': '/metrics',
      'prometheus.io/port': '9092',
      'prometheus.io/scrape': 'true',
    });
  });

  test('its user, and what the chart lacks for `restricted`', () => {
    expect(podSpec(objects)).toMatchObject({
      serviceAccountName: 'agentgateway',
      securityContext: { runAsUser: 10101 },
    });
    expect(restrictedViolations(podSpec(objects))).toEqual([]);
  });
});

describe("agentgateway's rights as its chart grants them", () => {
  const objects = install((chart) => new AgentgatewayAccess(chart, 'access'));

  test('exactly the permissions of its ClusterRole', () => {
    expect(permissions(find(objects, 'ClusterRole'))).toEqual(triples(RIGHTS));
  });

  test('bound to its ServiceAccount, under the names of the chart', () => {
    expect(objects.map(nameOf).sort()).toEqual([
      'ClusterRole/agentgateway-agentgateway-system',
      'ClusterRoleBinding/agentgateway-role-agentgateway-system',
      'ServiceAccount/agentgateway',
    ]);
    expect(find(objects, 'ClusterRoleBinding')).toMatchObject({
      roleRef: { kind: 'ClusterRole', name: 'agentgateway-agentgateway-system' },
      subjects: [{ kind: 'ServiceAccount', name: 'agentgateway', namespace: 'agentgateway-system' }],
    });
  });
});

describe('gatewayNamespaces', () => {
  const objects = install((chart) => new AgentgatewayAccess(chart, 'access', { gatewayNamespaces: ['llm', 'search'] }));
  const roles = objects.filter(({ kind }) => kind === 'Role');

  test('a Role for the controller, and one in each namespace with Gateways, all bound to its ServiceAccount', () => {
    const bindings = objects.filter(({ kind }) => kind === 'RoleBinding');
    const places = (of: KubeObject[]) => of.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
    expect(places(roles)).toEqual([
      'agentgateway-system/agentgateway-agentgateway-system-local',
      'llm/agentgateway-agentgateway-system-deployer',
      'search/agentgateway-agentgateway-system-deployer',
    ]);
    expect(places(bindings)).toEqual(places(roles));
    for (const { subjects } of bindings) {
      expect(subjects).toEqual([{ kind: 'ServiceAccount', name: 'agentgateway', namespace: 'agentgateway-system' }]);
    }
  });

  test('in the whole cluster it reads what it read before, and writes GatewayClasses and status alone', () => {
    const narrow = permissions(find(objects, 'ClusterRole'));
    const reads = (right: string) => /: (get|list|watch)$/.test(right);
    const read = triples(RIGHTS).filter((right) => reads(right) && !right.startsWith('coordination.k8s.io/'));
    expect(narrow.filter(reads)).toEqual(read);
    expect(narrow.filter((right) => !reads(right) && !right.includes('/status: '))).toEqual([
      'authentication.k8s.io/tokenreviews: create',
      'gateway.networking.k8s.io/gatewayclasses: create',
      'gateway.networking.k8s.io/gatewayclasses: patch',
      'gateway.networking.k8s.io/gatewayclasses: update',
    ]);
  });

  test('beside a Gateway it writes the parts of a proxy, and no Role has a right that the chart lacks', () => {
    const kinds = permissions(roles[1]).map((right) => right.split(':')[0]);
    expect([...new Set(kinds)]).toEqual([
      '/configmaps',
      '/events',
      '/secrets',
      '/serviceaccounts',
      '/services',
      'apps/daemonsets',
      'apps/deployments',
      'autoscaling/horizontalpodautoscalers',
      'policy/poddisruptionbudgets',
    ]);
    for (const role of roles) expect(triples(RIGHTS)).toEqual(expect.arrayContaining(permissions(role)));
  });

  test.each<[string, string[], RegExp]>([
    ['none', [], /^LLMD-PLATFORM-NAMESPACES at test\/access: got gatewayNamespaces without a namespace/],
    ['one twice', ['llm', 'llm'], /^LLMD-PLATFORM-NAMESPACES at test\/access: got gatewayNamespaces with a namespace/],
    ['a wrong name', ['Search Team'], /^LLMD-NAME at test\/access\S*: got gatewayNamespaces\[0\] "Search Team"/],
    ['no list', 'llm' as any, /^LLMD-\S+ at test\/access: got gatewayNamespaces/],
  ])('%s is refused', (_, gatewayNamespaces, error) => {
    expect(() => install((chart) => new AgentgatewayAccess(chart, 'access', { gatewayNamespaces }))).toThrow(error);
  });
});

describe('another namespace', () => {
  const objects = install((chart) => {
    new AgentgatewayAccess(chart, 'access', { namespace: 'gateways' });
    new AgentgatewayController(chart, 'controller', { namespace: 'gateways' });
  }, 'stamped-by-the-chart');

  test('is in the names of what has none, and on everything else', () => {
    const cluster = objects.filter(({ kind }) => kind.startsWith('Cluster'));
    expect(cluster.map(nameOf)).toEqual([
      'ClusterRole/agentgateway-gateways',
      'ClusterRoleBinding/agentgateway-role-gateways',
    ]);
    expect(cluster.filter(({ metadata }) => 'namespace' in metadata)).toEqual([]);
    expect(find(objects, 'ClusterRoleBinding').subjects).toMatchObject([{ namespace: 'gateways' }]);
    const namespaced = objects.filter(({ kind }) => !kind.startsWith('Cluster'));
    expect(namespaced.map(({ metadata }) => metadata.namespace)).toEqual(['gateways', 'gateways', 'gateways']);
  });
});

test('a mirror also serves the image of the proxies, which the controller makes', () => {
  const objects = install(
    (chart) => new AgentgatewayController(chart, 'controller', { imageRegistry: 'mirror.example/hub' }),
  );
  expect(mainContainer(objects).image).toBe('mirror.example/hub/controller:v1.4.1');
  expect(mainContainer(objects).env).toContainEqual({ name: 'AGW_PROXY_IMAGE_REGISTRY', value: 'mirror.example/hub' });
});

test('limits reach GOMEMLIMIT and GOMAXPROCS, which refer to them', () => {
  const resources = { cpu: { limit: Cpu.units(1) }, memory: { limit: Size.gibibytes(1) } };
  const objects = install((chart) => new AgentgatewayController(chart, 'controller', { resources }));
  expect(mainContainer(objects).resources.limits).toEqual({ cpu: '1', memory: '1Gi' });
});
