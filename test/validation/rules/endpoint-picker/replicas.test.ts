import { CONTAINER, podViolations } from '../../../support/picker-violations';

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
    expect(podViolations(args, { replicas, container })).toEqual(expected);
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
    expect(podViolations(args, { replicas, container: { env: [{ name: 'ARGS', valueFrom: {} }] } })).toEqual(expected);
  });
});
