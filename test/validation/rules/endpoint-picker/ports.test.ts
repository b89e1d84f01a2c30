import { CONTAINER, podViolations } from '../../../support/picker-violations';

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
  expect(podViolations(args)).toEqual(expected.map((text) => `LLMD-EPP-PORTS ${CONTAINER}.${text}`));
});

test('ports that are not known are not checked', () => {
  const container = { env: [{ name: 'PORT', valueFrom: {} }], ports: [{ containerPort: 9003 }] };
  expect(podViolations(['--grpc-port=$(PORT)', '--metrics-port=$(PORT)'], { container })).toEqual([]);
});
