import { AllowedRoutes, DataPlane, InferencePool, ProxyServiceType, type AgentgatewayOptions } from '../../lib';
import { AGENTGATEWAY_POD } from '../support/known-pods';
import { restrictedViolations } from '../support/restricted';
import { strategicMerge } from '../support/strategic-merge';
import { find, nameOf } from '../support/objects';
import { synth } from '../support/synth';

const existingPods = { labels: { app: 'elsewhere' } };

function bind(options?: AgentgatewayOptions) {
  return synth(
    (chart) => {
      const dataPlane = DataPlane.agentgateway(options);
      const pool = new InferencePool(chart, 'opt', { existingPods, transport: dataPlane.transport });
      dataPlane.bind(chart, { pool });
    },
    { namespace: 'team-a' },
  );
}

test('is a Gateway with parameters, and a route to the pool', () => {
  const objects = bind();
  expect(objects.map(nameOf)).toEqual(
    expect.arrayContaining(['AgentgatewayParameters/opt-gateway', 'Gateway/opt-gateway', 'HTTPRoute/opt']),
  );
  expect(find(objects, 'Gateway').spec).toEqual({
    gatewayClassName: 'agentgateway',
    infrastructure: {
      parametersRef: { group: 'agentgateway.dev', kind: 'AgentgatewayParameters', name: 'opt-gateway' },
    },
    listeners: [{ name: 'default', port: 80, protocol: 'HTTP', allowedRoutes: { namespaces: { from: 'Same' } } }],
  });
  expect(find(objects, 'HTTPRoute').spec).toMatchObject({
    parentRefs: [{ name: 'opt-gateway' }],
    rules: [{ backendRefs: [{ group: 'inference.networking.k8s.io', kind: 'InferencePool', name: 'opt' }] }],
  });
});

test('reaches the picker by TLS only, which the controller forces', () => {
  expect(DataPlane.agentgateway().transport).toEqual({ tls: true });
});

test.each<[string, AgentgatewayOptions | undefined, string, object]>([
  [
    'is small, quiet and inside the cluster',
    undefined,
    'AgentgatewayParameters',
    { logging: { level: 'warn' }, service: { spec: { type: 'ClusterIP' } } },
  ],
  [
    'lets running responses end as long as upstream does',
    undefined,
    'AgentgatewayParameters',
    { shutdown: { min: 10, max: 60 } },
  ],
  [
    'takes several proxies, which are evicted one at a time',
    { replicas: 2 },
    'AgentgatewayParameters',
    { deployment: { spec: { replicas: 2 } }, podDisruptionBudget: { spec: { maxUnavailable: 1 } } },
  ],
  ['takes a log level', { logLevel: 'debug' }, 'AgentgatewayParameters', { logging: { level: 'debug' } }],
  [
    'takes a type of Service',
    { serviceType: ProxyServiceType.LOAD_BALANCER },
    'AgentgatewayParameters',
    { service: { spec: { type: 'LoadBalancer' } } },
  ],
  [
    'admits routes of more namespaces',
    { allowedRoutes: AllowedRoutes.allNamespaces() },
    'Gateway',
    { listeners: [{ allowedRoutes: { namespaces: { from: 'All' } } }] },
  ],
  ['takes a GatewayClass', { gatewayClassName: 'internal' }, 'Gateway', { gatewayClassName: 'internal' }],
])('%s', (_, options, kind, spec) => {
  expect(find(bind(options), kind).spec).toMatchObject(spec);
});

test.each<[string, AgentgatewayOptions | undefined, object]>([
  ['no number', undefined, {}],
  ['one', { replicas: 1 }, { replicas: 1 }],
])('has no budget that would keep a node from draining: %s', (_, options, expected) => {
  const { deployment, podDisruptionBudget } = find(bind(options), 'AgentgatewayParameters').spec;
  const { template, ...rest } = deployment.spec;
  expect({ rest, podDisruptionBudget }).toEqual({ rest: expected, podDisruptionBudget: undefined });
  expect(template).toBeDefined();
});

// Neither the controller nor the proxy runs here: the pod is from its golden file, and the test merges the overlay.
describe("the overlay, merged into the proxy's known pod,", () => {
  const overlay = find(bind(), 'AgentgatewayParameters').spec.deployment.spec.template.spec;
  const [container] = AGENTGATEWAY_POD.containers;
  const { allowPrivilegeEscalation, ...context } = container.securityContext;
  const older = { ...AGENTGATEWAY_POD, containers: [{ ...container, securityContext: context }] };

  test.each([
    ['of v1.4.1', AGENTGATEWAY_POD, ['SECCOMP']],
    ['without allowPrivilegeEscalation', older, ['PRIVILEGE-ESCALATION', 'SECCOMP']],
  ])('makes it pass `restricted`, which it does not without the overlay: %s', (_, pod, controls) => {
    const violated = restrictedViolations(pod).map((violation) => /^LLMD-SECURITY-(\S+)/.exec(violation)![1]);
    expect(violated).toEqual(controls);
    expect(restrictedViolations(strategicMerge(pod, overlay))).toEqual([]);
  });

  test('removes nothing: port 80 needs the sysctl, and the rest of the container is the same', () => {
    const merged = strategicMerge(AGENTGATEWAY_POD, overlay);
    expect(merged.securityContext.sysctls).toEqual(AGENTGATEWAY_POD.securityContext.sysctls);
    expect(merged.volumes).toEqual(AGENTGATEWAY_POD.volumes);
    expect(merged.containers).toEqual(AGENTGATEWAY_POD.containers);
    expect(allowPrivilegeEscalation).toBe(false);
  });
});
