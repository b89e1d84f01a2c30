import { Duration } from 'cdk8s';
import { parse } from 'yaml';
import { DataPlane, EnvoyPlacement, InferencePool, type RouteOptions, type StandaloneEnvoyOptions } from '../../lib';
import { find, type KubeObject, mainContainer, podSpec } from '../support/objects';
import { synth } from '../support/synth';

const existingPods = { labels: { app: 'elsewhere' } };
const { DEPLOYMENT, SIDECAR } = EnvoyPlacement;
const DRAIN = { preStop: { httpGet: { path: '/drain', port: 19001 } } };

function bind(
  options?: StandaloneEnvoyOptions,
  route: Partial<RouteOptions> = {},
  namespace: string = 'team-a',
): KubeObject[] {
  return synth(
    (chart) => {
      const dataPlane = DataPlane.standaloneEnvoy(options);
      const pool = new InferencePool(chart, 'opt', { existingPods, transport: dataPlane.transport });
      dataPlane.bind(chart, { pool, ...route });
    },
    { namespace },
  );
}

describe('as a sidecar', () => {
  test.each([[undefined], [{ placement: SIDECAR }]])('is in the pod of the picker: %j', (options) => {
    const objects = bind(options);
    expect(objects.filter(({ kind }) => kind === 'Deployment')).toHaveLength(1);
    expect(podSpec(objects).containers.map(({ name }: any) => name)).toEqual(['epp', 'envoy']);
    expect(mainContainer(objects).args).toContain('--secure-serving=false');
  });

  test('drains before it ends, in the grace period of the picker, which waits for it', () => {
    const { containers, terminationGracePeriodSeconds } = podSpec(bind());
    expect(containers.map(({ lifecycle }: any) => lifecycle)).toEqual([DRAIN, DRAIN]);
    expect(terminationGracePeriodSeconds).toBe(130);
  });

  test('makes nothing of Gateway API', () => {
    expect(bind().filter(({ apiVersion }) => apiVersion.includes('gateway.networking'))).toEqual([]);
  });
});

describe('in a Deployment of its own', () => {
  const objects = bind({ placement: DEPLOYMENT });

  test('has a Deployment, a Service and a ConfigMap that no other object has', () => {
    expect(find(objects, 'Deployment', 'opt-gateway').spec.selector).toEqual({ matchLabels: { app: 'opt-gateway' } });
    expect(find(objects, 'Service', 'opt-gateway').spec).toEqual({
      selector: { app: 'opt-gateway' },
      ports: [{ name: 'http', port: 80, targetPort: 'http' }],
    });
    expect(podSpec(objects, 'opt-gateway').volumes).toEqual([
      { name: expect.any(String), configMap: { name: find(objects, 'ConfigMap', 'opt-gateway').metadata.name } },
    ]);
  });

  test('finds the picker by its Service, in TLS', () => {
    const { static_resources } = parse(find(objects, 'ConfigMap', 'opt-gateway').data['envoy.yaml']);
    const picker = static_resources.clusters.find(({ name }: any) => name === 'picker');
    expect(JSON.stringify(picker.load_assignment)).toContain('"address":"opt-epp.team-a.svc","port_value":9002');
    expect(picker.transport_socket.name).toBe('envoy.transport_sockets.tls');
    expect(mainContainer(objects, 'opt-epp').args).toContain('--secure-serving=true');
  });

  test('may have any number of replicas, or leave it to an autoscaler', () => {
    const replicas = (count?: number) =>
      find(bind({ placement: DEPLOYMENT, replicas: count }), 'Deployment', 'opt-gateway').spec.replicas;
    expect([replicas(), replicas(0), replicas(3)]).toEqual([undefined, 0, 3]);
  });

  test('rolls when its configuration changes, and only then', () => {
    const hash = (namespace: string, replicas?: number) =>
      find(bind({ placement: DEPLOYMENT, replicas }, {}, namespace), 'Deployment', 'opt-gateway').spec.template.metadata
        .annotations['cdk8s-llm-d/config-sha256'];
    expect(hash('team-a')).toMatch(/^[0-9a-f]{16}$/);
    expect(hash('team-a', 3)).toBe(hash('team-a'));
    expect(hash('team-b')).not.toBe(hash('team-a'));
  });

  test('drains before it ends, in a grace period that is longer', () => {
    const { containers, terminationGracePeriodSeconds } = podSpec(objects, 'opt-gateway');
    expect(containers[0].lifecycle).toEqual(DRAIN);
    expect(terminationGracePeriodSeconds).toBe(75);
  });

  test('does not talk to the API server', () => {
    expect(podSpec(objects, 'opt-gateway').automountServiceAccountToken).toBe(false);
  });
});

describe.each([SIDECAR, DEPLOYMENT])('as %s', (placement) => {
  test('may have another image, with a version', () => {
    const images = JSON.stringify(bind({ placement, image: 'envoy:v1.40.0' }));
    expect(images).toContain('"image":"envoy:v1.40.0"');
    expect(() => bind({ placement, image: 'envoy:latest' })).toThrow(
      /^LLMD-IMAGE-FLOATING at DataPlane.standaloneEnvoy/,
    );
  });

  test('is Envoy 1.36 or later: 1.35 does not have all options of the configuration', () => {
    const [, minor] = /envoyproxy\/envoy:distroless-v1\.(\d+)\./.exec(JSON.stringify(bind({ placement }))) ?? [];
    expect(Number(minor)).toBeGreaterThanOrEqual(36);
  });

  test('refuses a timeout, which it would not keep', () => {
    const withTimeout = (seconds: number) => bind({ placement }, { requestTimeout: Duration.seconds(seconds) });
    expect(() => withTimeout(0)).not.toThrow();
    expect(() => withTimeout(90)).toThrow(
      'LLMD-ROUTE-TIMEOUT at test: got a requestTimeout of 1 minute 30 seconds, expected none: a standalone Envoy has ' +
        'no deadline for responses. Fix: leave requestTimeout out, or choose a data plane with a Gateway.',
    );
  });
});
