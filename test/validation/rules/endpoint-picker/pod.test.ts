import { ENDPOINT_PICKER_RULES } from '../../../../lib/validation/rules/endpoint-picker';
import { diagnostics } from '../../../support/diagnostics';
import { binding, deployment, pickerContainer, role, service } from '../../../support/manifests';

const CONTAINER = 'spec.template.spec.containers[0]';

interface Parts {
  readonly container?: object;
  readonly pod?: object;
  readonly replicas?: number;
  readonly beside?: readonly object[];
}

function violationsOf(args: readonly string[], { container = {}, pod = {}, replicas, beside = [] }: Parts = {}): string[] {
  const epp = { ...pickerContainer(['--pool-name=opt', '--tracing=false', ...args]), ...container };
  const picker = deployment('epp', { containers: [epp], ...pod }, { replicas });
  return diagnostics(ENDPOINT_PICKER_RULES, [picker, ...beside]);
}

test.each<[string[], string[]]>([
  [['--grpc-port=9004'], []],
  [['--grpc-port=9090'], ['args[2]: --grpc-port and --metrics-port are both 9090; give each a port of its own']],
  [
    ['--grpc-health-port=0x232a'],
    ['args[2]: --grpc-port and --grpc-health-port are both 9002; give each a port of its own'],
  ],
  [
    ['--metrics-port=9003', '--v=1'],
    ['args[2]: --grpc-health-port and --metrics-port are both 9003; give each a port of its own'],
  ],
])('ports %j', (args, expected) => {
  expect(violationsOf(args)).toEqual(expected.map((text) => `LLMD-EPP-PORTS ${CONTAINER}.${text}`));
});

test('ports that are not known are not checked', () => {
  const container = { env: [{ name: 'PORT', valueFrom: {} }], ports: [{ containerPort: 9003 }] };
  expect(violationsOf(['--grpc-port=$(PORT)', '--metrics-port=$(PORT)'], { container })).toEqual([]);
});

test.each<[string[], object[], string[]]>([
  [
    [],
    [{ containerPort: 9002 }, { containerPort: 9003 }, { containerPort: 9090 }, { containerPort: 5557, name: 'zmq' }],
    [],
  ],
  [['--grpc-port=9004'], [{ containerPort: 9004 }], []],
  [
    ['--grpc-port=9004'],
    [{ containerPort: 9004 }, { containerPort: 9002 }],
    ['[1].containerPort: container epp declares 9002, and listens on 9004, 9003 and 9090'],
  ],
  [
    [],
    [{ containerPort: 9000, name: 'grpc-ext-proc' }],
    ['[0].containerPort: container epp declares 9000 (grpc-ext-proc), and listens on 9002, 9003 and 9090'],
  ],
  [
    [],
    [{ containerPort: 9091, name: 'http-metrics' }],
    ['[0].containerPort: container epp declares 9091 (http-metrics), and listens on 9002, 9003 and 9090'],
  ],
])('container ports %j %j', (args, ports, expected) => {
  const remedy = 'declare the ports of --grpc-port, --grpc-health-port and --metrics-port';
  expect(violationsOf(args, { container: { ports } })).toEqual(
    expected.map((text) => `LLMD-EPP-CONTAINER-PORTS ${CONTAINER}.ports${text}; ${remedy}`),
  );
});

describe('probes', () => {
  const grpc = (port: number, name?: string) => ({ readinessProbe: { grpc: { port, service: name } } });
  const text = (path: string, message: string) => `LLMD-EPP-PROBE-PORT ${CONTAINER}.${path}: ${message}`;

  test.each<[string[], object, string[]]>([
    [[], grpc(9003, 'anything'), []],
    [['--grpc-health-port=9005'], grpc(9005), []],
    [
      [],
      grpc(9002),
      [
        text(
          'readinessProbe.grpc',
          'readinessProbe asks port 9002, and container epp answers health checks on 9003; ask port 9003, or set --grpc-health-port=9002',
        ),
      ],
    ],
    [['--health-checking', '--secure-serving=false'], grpc(9002), []],
    [['--health-checking'], grpc(9002), [expect.stringContaining('answers health checks on 9003')]],
    [['--secure-serving=false'], grpc(9002), [expect.stringContaining('answers health checks on 9003')]],
    [[], { startupProbe: { tcpSocket: { port: 9002 } } }, []],
    [
      [],
      { livenessProbe: { httpGet: { port: 8080 } } },
      [
        text(
          'livenessProbe.httpGet',
          'livenessProbe asks port 8080, and container epp listens on 9002, 9003 and 9090; ask port 9003 with grpc',
        ),
      ],
    ],
    [
      [],
      { livenessProbe: { httpGet: { port: 'web' } }, ports: [{ name: 'web', containerPort: 8080 }] },
      [expect.stringContaining('asks port 8080')],
    ],
    [[], { livenessProbe: { httpGet: { port: 'web' } } }, []],
    [[], { livenessProbe: { httpGet: { port: 8080, host: 'example.com' } } }, []],
    [[], { livenessProbe: { exec: { command: ['true'] } } }, []],
  ])('%j %j', (args, container, expected) => expect(violationsOf(args, { container })).toEqual(expected));
});

describe('leader election', () => {
  const ELECTED = ['--ha-enable-leader-election'];
  const probe = (field: string, name?: string) => ({ [field]: { grpc: { port: 9003, service: name } } });
  const unknown = (field: string, name: string) => [
    `LLMD-EPP-PROBE-SERVICE ${CONTAINER}.${field}.grpc.service: ${field} asks for "${name}", which a picker with leader election does not know; ask for ${field === 'readinessProbe' ? 'readiness' : 'liveness'}`,
  ];
  const follower = (field: string, name: string) => [
    `LLMD-EPP-PROBE-SERVICE ${CONTAINER}.${field}.grpc.service: ${field} asks for "${name}", which fails on the replicas that do not lead; ask for liveness`,
  ];

  test.each<[string[], number, object, string[]]>([
    [ELECTED, 2, probe('readinessProbe', 'readiness'), []],
    [ELECTED, 2, probe('readinessProbe'), []],
    [ELECTED, 2, probe('readinessProbe', 'envoy.service.ext_proc.v3.ExternalProcessor'), []],
    [ELECTED, 2, probe('readinessProbe', 'inference-extension'), unknown('readinessProbe', 'inference-extension')],
    [ELECTED, 1, probe('livenessProbe', 'inference-extension'), unknown('livenessProbe', 'inference-extension')],
    [ELECTED, 2, probe('livenessProbe', 'liveness'), []],
    [ELECTED, 2, probe('livenessProbe', 'readiness'), follower('livenessProbe', 'readiness')],
    [ELECTED, 2, probe('startupProbe'), follower('startupProbe', '')],
    [ELECTED, 1, probe('livenessProbe', 'readiness'), []],
    [ELECTED, 2, { livenessProbe: { tcpSocket: { port: 9003 } } }, []],
    [[], 1, probe('livenessProbe', 'inference-extension'), []],
  ])('%j with %i replicas and %j', (args, replicas, container, expected) => {
    expect(violationsOf(args, { replicas, container })).toEqual(expected);
  });

  test.each<[string[], number | undefined, string[]]>([
    [[], undefined, []],
    [[], 1, []],
    [
      [],
      2,
      [
        'LLMD-EPP-REPLICAS spec.replicas: there are 2 endpoint pickers and no leader; add --ha-enable-leader-election with its Role for leases, or run one replica',
      ],
    ],
    [ELECTED, 2, []],
    [['$(ARGS)'], 2, []],
  ])('%j with %j replicas', (args, replicas, expected) => {
    expect(violationsOf(args, { replicas, container: { env: [{ name: 'ARGS', valueFrom: {} }] } })).toEqual(expected);
  });
});

describe('a client that reads metrics', () => {
  const EPP = [{ kind: 'ServiceAccount', name: 'epp', namespace: 'default' }];
  const TOKENS = { apiGroups: ['authentication.k8s.io'], resources: ['tokenreviews'], verbs: ['create'] };
  const ACCESS = { apiGroups: ['authorization.k8s.io'], resources: ['subjectaccessreviews'], verbs: ['create'] };
  const cluster = (...rules: object[]) => [
    role('epp', rules, { kind: 'ClusterRole' }),
    binding('epp', 'ClusterRole', EPP, { kind: 'ClusterRoleBinding' }),
  ];
  const own = (...rules: object[]) => [role('epp', rules), binding('epp', 'Role', EPP)];
  const pod = { serviceAccountName: 'epp' };
  const lacks = (what: string, args = '') => [
    `LLMD-EPP-METRICS-ACCESS ${CONTAINER}.args${args}: ServiceAccount default/epp may not create ${what}, so that no client can read the metrics; bind a ClusterRole with these rights to it by a ClusterRoleBinding, or set --metrics-endpoint-auth=false`,
  ];

  test.each<[string, string[], object[], string[]]>([
    ['can', [], cluster(TOKENS, ACCESS), []],
    ['cannot', [], own(TOKENS, ACCESS), lacks('tokenreviews and subjectaccessreviews')],
    ['can by half', ['--metrics-endpoint-auth=true'], cluster(TOKENS), lacks('subjectaccessreviews', '[2]')],
    ['need no right', ['--metrics-endpoint-auth=false'], own(TOKENS), []],
    ['has rights from elsewhere', [], [], []],
    [
      'has a role from elsewhere',
      [],
      [...own(), binding('auth', 'ClusterRole', EPP, { kind: 'ClusterRoleBinding', role: 'system:auth-delegator' })],
      [],
    ],
  ])('%s', (_, args, beside, expected) => expect(violationsOf(args, { pod, beside })).toEqual(expected));

  test('of the account `default`', () => {
    const subjects = [{ kind: 'ServiceAccount', name: 'default', namespace: 'default' }];
    const beside = [role('epp', [TOKENS]), binding('epp', 'Role', subjects)];
    expect(violationsOf([], { beside })).toEqual([expect.stringContaining('ServiceAccount default/default may not create')]);
  });
});

describe('the port for metrics of a Service', () => {
  const ports = (...list: object[]) => [service('epp', 'epp', { ports: list })];
  const leads = (port: string, to: number, path: string, expected = 9090) => [
    `LLMD-EPP-METRICS-PORT spec.ports[0].${path}: port ${port} leads to port ${to} of Deployment default/epp, whose metrics are on ${expected}; lead it to ${expected}, or set --metrics-port=${to}`,
  ];

  test.each<[string, string[], object[], string[]]>([
    ['leads there', [], ports({ name: 'http-metrics', port: 9090 }), []],
    [
      'leads there by another number',
      ['--metrics-port=9095'],
      ports({ name: 'metrics', port: 80, targetPort: 9095 }),
      [],
    ],
    [
      'leads elsewhere',
      ['--metrics-port=9095'],
      ports({ name: 'metrics', port: 9090 }),
      leads('9090 (metrics)', 9090, 'port', 9095),
    ],
    [
      'leads elsewhere by its target',
      [],
      ports({ name: 'http-metrics', port: 9090, targetPort: 9002 }),
      leads('9090 (http-metrics)', 9002, 'targetPort'),
    ],
    ['is named otherwise', [], ports({ name: 'grpc', port: 9002 }, { port: 80 }, { name: 'metricsx', port: 1 }), []],
    ['has an unknown target', [], ports({ name: 'metrics', port: 80, targetPort: 'nothing' }), []],
    ['is of another Service', [], [service('other', 'other', { ports: [{ name: 'metrics', port: 1 }] })], []],
    ['is of no Service', [], [service('epp', 'epp', {})], []],
  ])('%s', (_, args, beside, expected) => expect(violationsOf(args, { beside })).toEqual(expected));
});

describe('traces', () => {
  const lost = (args: string) =>
    `LLMD-EPP-TRACING ${CONTAINER}.args${args}: tracing is on, and OTEL_EXPORTER_OTLP_ENDPOINT names no collector; set --tracing=false, or OTEL_EXPORTER_OTLP_ENDPOINT`;
  const env = (name: string, value: string) => ({ container: { env: [{ name, value }] } });
  const beside = (container: object) => ({ pod: { initContainers: [{ restartPolicy: 'Always', ...container }] } });

  test.each<[string, Parts, boolean]>([
    ['no collector', {}, false],
    ['a collector', env('OTEL_EXPORTER_OTLP_ENDPOINT', 'http://otel:4317'), true],
    ['a collector of traces', env('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'http://otel:4317'), true],
    ['the console', env('OTEL_TRACES_EXPORTER', 'console'), true],
    ['no collector, by the name of the exporter', env('OTEL_TRACES_EXPORTER', 'otlp'), false],
    ['a sidecar', beside({ image: 'otel/opentelemetry-collector:0.1' }), true],
    ['a sidecar by its port', beside({ image: 'a', ports: [{ containerPort: 4317 }] }), true],
    ['another sidecar', beside({ image: 'a', ports: [{ containerPort: 4318 }] }), false],
  ])('go to %s', (_, parts, goSomewhere) => {
    expect(violationsOf(['--tracing'], parts)).toEqual(goSomewhere ? [] : [lost('[2]')]);
  });
});
