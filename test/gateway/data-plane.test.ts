import { DataPlane, FailureMode, type IDataPlane, InferencePool, type InferencePoolProps, Release } from '../../lib';
import { newChart, synth } from '../support/synth';
import { DATA_PLANES } from '../support/stacks';

const existingPods = { labels: { app: 'elsewhere' } };

/** Binds a pool to a data plane; the pool has its transport unless `props` say otherwise. */
function bind(dataPlane = DataPlane.agentgateway(), props: Partial<InferencePoolProps> = {}) {
  return synth((chart) => {
    const pool = new InferencePool(chart, 'opt', { existingPods, transport: dataPlane.transport, ...props });
    dataPlane.bind(chart, { pool });
  });
}

function isAdmitted(dataPlane: IDataPlane, props: Partial<InferencePoolProps>): boolean {
  try {
    bind(dataPlane, props);
    return true;
  } catch {
    return false;
  }
}

describe('a pool with another transport is refused', () => {
  test('with the remedy', () => {
    expect(() => bind(DataPlane.agentgateway(), { transport: { tls: false } })).toThrowErrorMatchingInlineSnapshot(
      `"LLMD-TRANSPORT at test: got the pool opt, whose endpoint picker serves plaintext, expected an endpoint picker that serves TLS. Fix: make the pool with \`transport: dataPlane.transport\`."`,
    );
  });

  test.each(Object.entries(DATA_PLANES))('by %s', (_, make) => {
    const { tls, sidecar } = make().transport;
    expect(() => bind(make())).not.toThrow();
    expect(() => bind(make(), { transport: { tls: !tls, sidecar } })).toThrow(/^LLMD-TRANSPORT at test: /);
  });

  test('also where only the sidecar is missing', () => {
    expect(() => bind(DataPlane.standaloneEnvoy(), { transport: { tls: false } })).toThrow(
      /^LLMD-TRANSPORT at test: .* serves plaintext, .* serves plaintext beside the sidecar envoy \(docker\.io\/envoyproxy\/envoy:\S+\)\. /,
    );
  });
});

describe('failing open', () => {
  const admits = (name: string) => isAdmitted(DATA_PLANES[name](), { failureMode: FailureMode.FAIL_OPEN });

  test('is supported by none of the known data planes', () => {
    expect(Object.keys(DATA_PLANES).filter(admits)).toEqual(['an existing Gateway']);
  });

  test.each(Object.keys(DATA_PLANES))('%s says what it can', (name) => {
    expect(DATA_PLANES[name]().capabilities.failOpen).toBe(admits(name));
  });

  test('is refused with the remedy', () => {
    expect(() => bind(undefined, { failureMode: FailureMode.FAIL_OPEN })).toThrowErrorMatchingInlineSnapshot(
      `"LLMD-FAIL-OPEN at test: got failureMode FailOpen on the pool opt, expected FailClose: this data plane answers 5xx to requests with a body while the endpoint picker is away. Fix: leave failureMode out."`,
    );
  });
});

describe('several target ports', () => {
  const admits = (name: string, targetPorts: number[]) =>
    isAdmitted(DATA_PLANES[name](), { existingPods: { ...existingPods, targetPorts } });

  test.each(Object.keys(DATA_PLANES))('%s says whether it serves them', (name) => {
    expect(admits(name, [8000])).toBe(true);
    expect(admits(name, [8000, 8001])).toBe(name !== 'Envoy Gateway');
    expect(DATA_PLANES[name]().capabilities.severalPorts).toBe(name !== 'Envoy Gateway');
  });

  test('are refused with the remedy', () => {
    const pods = { ...existingPods, targetPorts: [8000, 8001] };
    expect(() => bind(DataPlane.envoyGateway(), { existingPods: pods })).toThrow(
      'LLMD-DATA-PLANE-PORTS at test: got the target ports 8000, 8001 of the pool opt, expected one target port: this ' +
        'data plane cannot send a request to one of several ports of a pod. ' +
        'Fix: run one data-parallel rank in each pod, or choose another data plane.',
    );
  });
});

describe('releases', () => {
  const ALL = Release.all().map(({ id }) => id);

  test.each([
    ['agentgateway', ['llm-d-router-v0.10.0', 'gaie-v1.5.0']],
    ['standalone Envoy as a sidecar', ALL],
    ['standalone Envoy in a Deployment', ALL],
    ['Envoy Gateway', ALL],
    ['an existing Gateway', ALL],
  ])('%s works with %j', (name, releases) => {
    const works = Release.all().filter((release) => isAdmitted(DATA_PLANES[name](), { release }));
    expect(works.map(({ id }) => id)).toEqual(releases);
    expect(DATA_PLANES[name]().capabilities.releases).toEqual(releases);
  });

  test('another is refused, with one that works', () => {
    expect(() => bind(undefined, { release: Release.GAIE_V1_4_0 })).toThrowErrorMatchingInlineSnapshot(
      `"LLMD-RELEASE-DATA-PLANE at test: got release gaie-v1.4.0, expected a release that this data plane is known to work with: llm-d-router-v0.10.0, gaie-v1.5.0. Fix: pass Release.of('llm-d-router-v0.10.0'), or choose another data plane."`,
    );
  });
});

test.each([
  ['agentgateway', { service: 'opt-gateway', namespace: 'team-a', port: 80 }, ['parameters', 'gateway', 'route']],
  ['standalone Envoy as a sidecar', { service: 'opt-epp', namespace: 'team-a', port: 80 }, []],
  [
    'standalone Envoy in a Deployment',
    { service: 'opt-gateway', namespace: 'team-a', port: 80 },
    ['proxy-config', 'proxy', 'proxy-service'],
  ],
  [
    'Envoy Gateway',
    { service: 'envoy-team-a--opt-gateway', namespace: 'envoy-gateway-system', port: 80 },
    ['proxy', 'gateway', 'client-policy', 'endpoints', 'route', 'extension-policy', 'traffic-policy'],
  ],
  ['an existing Gateway', { service: 'shared', namespace: 'gateways', port: 80 }, ['route']],
])('%s has the entry for clients, and the objects that it made', (name, { service, namespace, port }, ids) => {
  const chart = newChart({ namespace: 'team-a' });
  const dataPlane = DATA_PLANES[name]();
  const pool = new InferencePool(chart, 'opt', { existingPods, transport: dataPlane.transport });
  const { objects, ...entry } = dataPlane.bind(chart, { pool });
  expect(entry).toEqual({
    service,
    namespace,
    port,
    portForward: `kubectl port-forward -n ${namespace} svc/${service} 8080:${port}`,
  });
  expect(Object.keys(objects)).toEqual(ids);
});
