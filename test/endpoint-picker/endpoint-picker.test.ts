import { Duration, JsonPatch } from 'cdk8s';
import { parse } from 'yaml';
import {
  DataPlane,
  Drain,
  type EndpointPickerOptions,
  type EndpointPickerTransport,
  EndpointPickerConfig,
  InferencePool,
  type InferencePoolProps,
  ModelServer,
  Release,
} from '../../lib';
import { OPT } from '../support/stacks';
import { find, type KubeObject, mainContainer, nameOf, podSpec } from '../support/objects';
import { newChart, synth } from '../support/synth';

const existingPods = { labels: { app: 'elsewhere' } };

function pool(endpointPicker: EndpointPickerOptions = {}, props: Partial<InferencePoolProps> = {}): KubeObject[] {
  return synth((chart) => new InferencePool(chart, 'opt', { existingPods, endpointPicker, ...props }), {
    namespace: 'team-a',
  });
}

const WITH_SIDECAR = { transport: DataPlane.standaloneEnvoy().transport };

test('all objects have one name, derived from the pool', () => {
  const names = pool().map(nameOf);
  expect(names).toEqual(
    expect.arrayContaining(
      ['ServiceAccount', 'Role', 'RoleBinding', 'ConfigMap', 'Deployment', 'Service'].map((kind) => `${kind}/opt-epp`),
    ),
  );
});

describe('flags', () => {
  const FLAGS = [
    '--pool-name=opt',
    '--pool-namespace=team-a',
    '--config-file=/config/config.yaml',
    '--grpc-port=9002',
    '--grpc-health-port=9003',
    '--metrics-port=9090',
    '--secure-serving=true',
    '--metrics-endpoint-auth=true',
    '--tracing=false',
    '--zap-encoder=json',
  ];
  const replaced = (flag: string) => FLAGS.map((own) => (own.split('=')[0] === flag.split('=')[0] ? flag : own));

  test.each<[string, KubeObject[], string[]]>([
    ['the defaults', pool(), FLAGS],
    ['metrics without authentication', pool({ metricsAuth: false }), replaced('--metrics-endpoint-auth=false')],
    ['a transport without TLS', pool({}, { transport: { tls: false } }), replaced('--secure-serving=false')],
    ['extraArgs', pool({ extraArgs: ['--v=5'] }), [...FLAGS, '--v=5']],
  ])('%s', (_, objects, args) => {
    expect(mainContainer(objects).args).toEqual(args);
  });

  test.each(Release.all().map((release) => [release.id, release] as const))('are the same in %s', (_, release) => {
    expect(mainContainer(pool({}, { release }))).toMatchObject({ args: FLAGS, image: release.endpointPickerImage });
  });
});

describe('ports', () => {
  test('are the same in flags, container, probes and Service', () => {
    const objects = pool();
    const { ports, startupProbe, readinessProbe, livenessProbe } = mainContainer(objects);
    expect(ports).toEqual([
      { name: 'grpc-ext-proc', containerPort: 9002 },
      { name: 'grpc-health', containerPort: 9003 },
      { name: 'metrics', containerPort: 9090 },
    ]);
    const grpc = { port: 9003, service: 'inference-extension' };
    expect(readinessProbe).toEqual({ grpc, periodSeconds: 2 });
    expect(livenessProbe).toEqual({ grpc, periodSeconds: 10 });
    expect(startupProbe).toMatchObject({ tcpSocket: { port: 9002 } });
    expect(find(objects, 'Service').spec).toEqual({
      selector: { app: 'opt-epp' },
      ports: [
        { name: 'grpc-ext-proc', port: 9002, targetPort: 'grpc-ext-proc', appProtocol: 'kubernetes.io/h2c' },
        { name: 'http-metrics', port: 9090, targetPort: 'metrics' },
      ],
    });
  });

  test('and a sidecar adds its own to the Service', () => {
    const ports = find(pool({}, WITH_SIDECAR), 'Service').spec.ports;
    expect(ports).toHaveLength(3);
    expect(ports).toContainEqual({ name: 'http', port: 80, targetPort: 'http' });
  });
});

describe('image', () => {
  test('may be another, with a version', () => {
    expect(mainContainer(pool({ image: 'registry.example/epp:v1' })).image).toBe('registry.example/epp:v1');
    expect(() => pool({ image: 'registry.example/epp' })).toThrow(/^LLMD-IMAGE-FLOATING at EndpointPicker: /);
  });
});

describe('deployment', () => {
  test.each(Release.all().map((release) => [release.id, release] as const))(
    'is one pod, which serves until the next one listens for ext-proc: %s',
    (_, release) => {
      const objects = pool({}, { release });
      expect(find(objects, 'Deployment').spec).toMatchObject({
        replicas: 1,
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
        selector: { matchLabels: { app: 'opt-epp' } },
      });
      expect(mainContainer(objects)).toMatchObject({
        startupProbe: { tcpSocket: { port: 9002 }, periodSeconds: 1, failureThreshold: 120 },
        lifecycle: { preStop: { sleep: { seconds: 10 } } },
      });
    },
  );

  test('with leader election it ends first, or the next one would never be ready', () => {
    const extraArgs = ['--v=5', '--ha-enable-leader-election'];
    expect(find(pool({ extraArgs }), 'Deployment').spec.strategy).toEqual({ type: 'Recreate' });
  });

  test('its startup may take longer', () => {
    const objects = pool({ probes: { startup: { failureThreshold: 600 } } });
    expect(mainContainer(objects).startupProbe).toEqual({
      tcpSocket: { port: 9002 },
      periodSeconds: 1,
      failureThreshold: 600,
    });
  });

  test.each([
    ['as short as the release says', Drain.none(), 130],
    ['as long as the model servers need', Drain.of({ gracePeriod: Duration.minutes(10) }), 600],
  ])('its grace period is %s', (_, drain, seconds) => {
    const objects = synth((chart) => {
      const server = new ModelServer(chart, 'vllm', { model: OPT, drain });
      new InferencePool(chart, 'opt', { modelServers: [server] });
    });
    expect(podSpec(objects, 'opt-epp').terminationGracePeriodSeconds).toBe(seconds);
  });

  test('a sidecar has its container, probes and files in the same pod', () => {
    const objects = pool({}, WITH_SIDECAR);
    const [, envoy] = podSpec(objects).containers;
    expect(envoy).toMatchObject({
      name: 'envoy',
      ports: [
        { name: 'http', containerPort: 8081 },
        { name: 'proxy-ready', containerPort: 19001 },
      ],
      readinessProbe: { httpGet: { path: '/ready', port: 'proxy-ready' } },
      livenessProbe: { httpGet: { path: '/ready', port: 'proxy-ready' } },
    });
    const [{ name, mountPath }] = envoy.volumeMounts;
    expect(mountPath).toBe('/etc/envoy');
    expect(podSpec(objects).volumes).toContainEqual({ name, configMap: { name: 'opt-epp' } });
    expect(Object.keys(find(objects, 'ConfigMap').data)).toEqual(['config.yaml', 'envoy.yaml']);
  });
});

describe('a sidecar', () => {
  const hooks = (transport: EndpointPickerTransport) =>
    podSpec(pool({}, { transport })).containers.map(({ lifecycle }: any) => lifecycle?.preStop);

  test('that drains, which the picker does not leave before', () => {
    const drain = { httpGet: { path: '/drain', port: 19001 } };
    expect(hooks(WITH_SIDECAR.transport)).toEqual([drain, drain]);
  });

  test('that has no drain', () => {
    const { drainPath, ...sidecar } = WITH_SIDECAR.transport.sidecar!;
    expect(drainPath).toBe('/drain');
    expect(hooks({ tls: false, sidecar })).toEqual([{ sleep: { seconds: 10 } }, undefined]);
  });
});

describe('configuration', () => {
  test('is mounted at the path of the flag', () => {
    const objects = pool({ config: EndpointPickerConfig.weighted({ prefixCache: 5 }) });
    const { data, metadata } = find(objects, 'ConfigMap');
    expect(parse(data['config.yaml'])).toMatchObject({ kind: 'EndpointPickerConfig' });
    const [{ name, mountPath, readOnly }] = mainContainer(objects).volumeMounts;
    expect({ mountPath, readOnly }).toEqual({ mountPath: '/config', readOnly: true });
    expect(podSpec(objects).volumes).toContainEqual({ name, configMap: { name: metadata.name } });
  });

  const hashOf = (objects: KubeObject[]) =>
    find(objects, 'Deployment').spec.template.metadata.annotations['cdk8s-llm-d/config-sha256'];

  test('rolls the pod when it changes, and only then', () => {
    const before = hashOf(pool());
    expect(before).toMatch(/^[0-9a-f]{16}$/);
    expect(hashOf(pool({ extraArgs: ['--v=5'] }))).toBe(before);
    expect(hashOf(pool({ config: EndpointPickerConfig.weighted({ queue: 1 }) }))).not.toBe(before);
    expect(hashOf(pool({}, WITH_SIDECAR))).not.toBe(before);
  });

  test('rolls the pod when a JSON patch changes it', () => {
    const chart = newChart({ namespace: 'team-a' });
    const { endpointPicker } = new InferencePool(chart, 'opt', { existingPods });
    const before = hashOf(chart.toJson());
    endpointPicker.configMap.addJsonPatch(JsonPatch.add('/data/config.yaml', 'patched: true'));
    const objects: KubeObject[] = chart.toJson();
    expect(find(objects, 'ConfigMap').data).toEqual({ 'config.yaml': 'patched: true' });
    expect(hashOf(objects)).toMatch(/^[0-9a-f]{16}$/);
    expect(hashOf(objects)).not.toBe(before);
  });
});

test('its name must be short enough for the suffix, and begin with a letter', () => {
  const named = (name: string) => () => pool({}, { name });
  expect(named('a'.repeat(59))).not.toThrow();
  expect(named('a'.repeat(60))).toThrow(/^LLMD-NAME at test\/opt: got "a{60}-epp"/);
  expect(named('9lives')).toThrow(/^LLMD-NAME-SERVICE at test\/opt: got "9lives-epp"/);
});
