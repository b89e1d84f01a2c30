import { MONITORING_RULES } from '../../../../lib/validation/rules/monitoring';
import { MONITOR_AUTH } from '../../../../lib/validation/rules/monitoring/auth';
import { MONITOR_PORT } from '../../../../lib/validation/rules/monitoring/port';
import { MONITOR_SELECTOR } from '../../../../lib/validation/rules/monitoring/selector';
import { diagnostics, places } from '../../../support/diagnostics';
import { deployment, pickerContainer, pod, service, vllm } from '../../../support/manifests';

const monitor = (kind: string, endpoints: object[], spec: object = {}) => ({
  apiVersion: kind.endsWith('Monitoring') ? 'monitoring.googleapis.com/v1' : 'monitoring.coreos.com/v1',
  kind,
  metadata: { name: 'm', ...(kind.startsWith('Cluster') ? {} : { namespace: 'default' }) },
  spec: {
    selector: { matchLabels: { app: 'vllm' } },
    [kind === 'PodMonitor' ? 'podMetricsEndpoints' : 'endpoints']: endpoints,
    ...spec,
  },
});

const HTTP = { port: 'http' };
const SERVER = deployment('vllm', { containers: [vllm()] });
const SERVICE = service('vllm', 'vllm', { ports: [{ name: 'http', port: 80 }, { port: 81 }] });

describe('the selector', () => {
  const DIAGNOSTIC = 'LLMD-MONITOR-SELECTOR spec.selector';
  const OTHER = { selector: { matchLabels: { app: 'x' } } };

  test('of a ServiceMonitor looks at Services', () => {
    expect(diagnostics(MONITORING_RULES, [monitor('ServiceMonitor', [HTTP]), SERVER])).toEqual([
      `${DIAGNOSTIC}: it selects none of the services of namespace default here; select by labels that stand in the metadata of the Service, and name its namespace in namespaceSelector`,
    ]);
  });

  test('of a PodMonitor looks at pods', () => {
    const anywhere = { namespaceSelector: { any: true } };
    expect(diagnostics(MONITORING_RULES, [monitor('PodMonitor', [HTTP], anywhere), SERVICE])).toEqual([
      `${DIAGNOSTIC}: it selects none of the pods of any namespace here; select by labels that stand in the metadata of the pod template, and name its namespace`,
    ]);
  });

  test.each<[string, object[], number]>([
    ['a Service', [monitor('ServiceMonitor', [HTTP]), SERVICE], 0],
    ['a pod', [monitor('PodMonitor', [HTTP]), SERVER], 0],
    ['a pod, by Google', [monitor('PodMonitoring', [HTTP]), SERVER], 0],
    [
      'a pod of any namespace, by Google',
      [monitor('ClusterPodMonitoring', [HTTP]), deployment('vllm', { containers: [vllm()] }, { namespace: 'x' })],
      0,
    ],
    ['other labels', [monitor('PodMonitoring', [HTTP], OTHER), SERVER], 1],
    ['no selector', [monitor('PodMonitoring', [HTTP], { selector: undefined }), SERVER], 1],
    ['everything', [monitor('PodMonitoring', [HTTP], { selector: {} }), SERVER], 0],
    ['another namespace', [monitor('PodMonitor', [HTTP], { namespaceSelector: { matchNames: ['x'] } }), SERVER], 1],
    [
      'several namespaces',
      [monitor('PodMonitor', [HTTP], { namespaceSelector: { matchNames: ['x', 'default'] } }), SERVER],
      0,
    ],
    [
      'no namespaces, which is its own',
      [monitor('PodMonitor', [HTTP], { namespaceSelector: { matchNames: [] } }), SERVER],
      0,
    ],
    ['its own namespace only', [monitor('ServiceMonitor', [HTTP]), service('vllm', 'vllm', {}, { namespace: 'x' })], 1],
    [
      'any namespace',
      [
        monitor('ServiceMonitor', [HTTP], { namespaceSelector: { any: true } }),
        service('vllm', 'vllm', {}, { namespace: 'x' }),
      ],
      0,
    ],
  ])('selects %s', (_, objects, count) => {
    expect(places([MONITOR_SELECTOR], objects)).toHaveLength(count);
  });

  test('names the namespaces', () => {
    const monitors = monitor('PodMonitor', [HTTP], { namespaceSelector: { matchNames: ['x', 'y'] } });
    expect(diagnostics([MONITOR_SELECTOR], [monitors])).toEqual([
      expect.stringContaining('none of the pods of namespace x or y here;'),
    ]);
  });
});

describe('the port', () => {
  test.each<[string, object, string, string]>([
    ['ServiceMonitor', { port: '80' }, 'port', 'no Service that it selects has a port "80"; there is http'],
    ['PodMonitor', { port: '8000' }, 'port', 'no pod that it selects has a port "8000"; there is http'],
    ['PodMonitor', { portNumber: 80 }, 'portNumber', 'no pod that it selects has a port 80; there is 8000'],
    ['PodMonitoring', { port: 80 }, 'port', 'no pod that it selects has a port 80; there is 8000'],
  ])('of a %s is not there: %j', (kind, endpoint, field, text) => {
    const list = kind === 'PodMonitor' ? 'podMetricsEndpoints' : 'endpoints';
    expect(diagnostics(MONITORING_RULES, [monitor(kind, [HTTP, endpoint]), SERVER, SERVICE])).toEqual([
      `LLMD-MONITOR-PORT spec.${list}[1].${field}: ${text}; write the name of such a port`,
    ]);
  });

  test('is one of several others', () => {
    const two = service('vllm', 'vllm', {
      ports: [
        { name: 'a', port: 1 },
        { name: 'b', port: 2 },
        { name: 'a', port: 3 },
      ],
    });
    expect(diagnostics([MONITOR_PORT], [monitor('ServiceMonitor', [HTTP]), two])).toEqual([
      expect.stringContaining('there is a, b;'),
    ]);
  });

  test('has no name there', () => {
    const nameless = service('vllm', 'vllm', { ports: [{ port: 80 }] });
    expect(diagnostics([MONITOR_PORT], [monitor('ServiceMonitor', [HTTP]), nameless])).toEqual([
      expect.stringContaining('has a port "http"; there is none with a name;'),
    ]);
  });

  test.each<[string, object[], number]>([
    ['on one of two Services', [monitor('ServiceMonitor', [HTTP], { selector: {} }), service('a', 'a'), SERVICE], 0],
    ['by the number of the container', [monitor('PodMonitor', [{ portNumber: 8000 }]), SERVER], 0],
    ['by its number, for Google', [monitor('PodMonitoring', [{ port: 8000 }]), SERVER], 0],
    ['by what is behind the Service', [monitor('ServiceMonitor', [{ targetPort: 9 }]), SERVICE], 0],
    [
      'of a sidecar',
      [
        monitor('PodMonitor', [{ port: 'metrics' }]),
        pod('vllm', {
          containers: [vllm()],
          initContainers: [{ name: 's', restartPolicy: 'Always', ports: [{ name: 'metrics', containerPort: 1 }] }],
        }),
      ],
      0,
    ],
    ['of nothing that is here', [monitor('PodMonitor', [{ port: 'x' }])], 0],
    ['of a Service without ports', [monitor('ServiceMonitor', [HTTP]), service('vllm', 'vllm')], 1],
  ])('is there: %s', (_, objects, count) => {
    expect(places([MONITOR_PORT], objects)).toHaveLength(count);
  });
});

describe('credentials', () => {
  const DIAGNOSTIC = 'LLMD-MONITOR-AUTH';
  const picker = (
    args: string[] = [],
    ports: object[] = [
      { name: 'metrics', containerPort: 9090 },
      { name: 'grpc', containerPort: 9002 },
    ],
  ) => deployment('epp', { containers: [{ ...pickerContainer(['--pool-name=a', ...args]), ports }] });
  const toPicker = (targetPort: number | string | undefined) =>
    service('epp', 'epp', {
      ports: [
        { name: 'grpc', port: 9002 },
        { name: 'metrics', port: 9090, targetPort },
      ],
    });
  const EPP = { selector: { matchLabels: { app: 'epp' } } };
  const byService = (endpoint: object) => monitor('ServiceMonitor', [endpoint], EPP);
  const byPod = (endpoint: object) => monitor('PodMonitor', [endpoint], EPP);
  const METRICS = { port: 'metrics' };

  test('are missing', () => {
    expect(diagnostics(MONITORING_RULES, [byService(METRICS), picker(), toPicker(undefined)])).toEqual([
      `${DIAGNOSTIC} spec.endpoints[0]: the endpoint picker of Deployment epp protects its metrics (--metrics-endpoint-auth), and this endpoint has no credentials; add authorization with a token that may get /metrics, or pass --metrics-endpoint-auth=false to the picker`,
    ]);
  });

  test.each<[string, object[], number]>([
    ['by a number', [byService(METRICS), picker(), toPicker(9090)], 1],
    ['by a name', [byService(METRICS), picker(), toPicker('metrics')], 1],
    ['by another name', [byService(METRICS), picker(), toPicker('grpc')], 0],
    ['another port', [byService({ port: 'grpc' }), picker(), toPicker(9090)], 0],
    ['of pods', [byPod(METRICS), picker()], 1],
    ['of pods, by a number', [byPod({ portNumber: 9090 }), picker()], 1],
    ['of pods, by a number for Google', [monitor('PodMonitoring', [{ port: 9090 }], EPP), picker()], 1],
    ['of pods, another port', [byPod({ port: 'grpc' }), picker()], 0],
    ['not asked for', [byPod(METRICS), picker(['--metrics-endpoint-auth=false'])], 0],
    ['asked for', [byPod(METRICS), picker(['--metrics-endpoint-auth=true'])], 1],
    ['asked for, alone', [byPod(METRICS), picker(['--metrics-endpoint-auth'])], 1],
    ['the last word counts', [byPod(METRICS), picker(['--metrics-endpoint-auth=false', '--metrics-endpoint-auth'])], 1],
    ['on the port that a flag says', [byPod(METRICS), picker(['--metrics-port=9091'])], 0],
    [
      'of a picker among others',
      [
        monitor('PodMonitor', [METRICS], { selector: {} }),
        pod('a', { containers: [{ name: 'a', ports: [{ name: 'metrics', containerPort: 9090 }] }] }),
        picker(),
      ],
      1,
    ],
    ['of no picker', [monitor('PodMonitor', [HTTP]), SERVER], 0],
    ['of a Service without pods', [byService(METRICS), toPicker(9090)], 0],
    [
      'of a Service without a selector',
      [
        byService(METRICS),
        picker(),
        service('epp', 'epp', { selector: undefined, ports: [{ name: 'metrics', port: 9090 }] }),
      ],
      0,
    ],
  ])('%s', (_, objects, count) => {
    expect(places([MONITOR_AUTH], objects)).toHaveLength(count);
  });

  test.each(['authorization', 'basicAuth', 'bearerTokenSecret', 'oauth2'])('are there: %s', (field) => {
    expect(places([MONITOR_AUTH], [byPod({ ...METRICS, [field]: {} }), picker()])).toEqual([]);
  });
});

test('the severity of each rule', () => {
  expect(Object.fromEntries(MONITORING_RULES.map(({ code, severity }) => [code, severity]))).toEqual({
    'LLMD-MONITOR-SELECTOR': 'error-when-closed',
    'LLMD-MONITOR-PORT': 'error',
    'LLMD-MONITOR-AUTH': 'warning',
  });
});
