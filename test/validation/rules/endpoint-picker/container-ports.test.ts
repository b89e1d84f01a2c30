import { CONTAINER, podViolations } from '../../../support/picker-violations';

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
  expect(podViolations(args, { container: { ports } })).toEqual(
    expected.map((text) => `LLMD-EPP-CONTAINER-PORTS ${CONTAINER}.ports${text}; ${remedy}`),
  );
});
