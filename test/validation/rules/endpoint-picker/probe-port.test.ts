import { CONTAINER, podViolations } from '../../../support/picker-violations';

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
  ])('%j %j', (args, container, expected) => expect(podViolations(args, { container })).toEqual(expected));
});
