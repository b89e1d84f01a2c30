import { DataPlane } from '../../lib';
import { preStop, STARTUP_PROBE, strategy } from '../../lib/endpoint-picker/rollout';

const ROLLING = { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } };
const RECREATE = { type: 'Recreate' };

test.each([
  [undefined, ROLLING],
  [['--v=5'], ROLLING],
  [['--ha-enable-leader-election=false'], ROLLING],
  [['--ha-enable-leader-election', '--ha-enable-leader-election=F'], ROLLING],
  [['--ha-enable-leader-election'], RECREATE],
  [['--ha-enable-leader-election=1'], RECREATE],
])('the strategy with the arguments %j', (extraArgs, expected) => {
  expect(strategy(extraArgs)).toEqual(expected);
});

test('what a new picker must answer, each second, for two minutes', () => {
  expect(STARTUP_PROBE).toEqual({ tcpSocket: { port: 9002 }, periodSeconds: 1, failureThreshold: 120 });
});

test('the pause of a picker alone, and of one whose proxy drains', () => {
  const { sidecar } = DataPlane.standaloneEnvoy().transport;
  expect(preStop(undefined)).toEqual({ sleep: { seconds: 10 } });
  expect(preStop(sidecar)).toEqual({ httpGet: { path: '/drain', port: 19001 } });
  expect(preStop({ ...sidecar!, drainPath: undefined })).toEqual({ sleep: { seconds: 10 } });
});
