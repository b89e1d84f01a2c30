import { AgentgatewayController, DataPlane, EnvoyPlacement, InferencePool, type Rollout } from '../../lib';
import { find } from '../support/objects';
import { newChart } from '../support/synth';

function controllers(rollout?: Rollout) {
  const chart = newChart();
  new AgentgatewayController(chart, 'controller', { rollout });
  return find(chart.toJson(), 'Deployment', 'agentgateway').spec.strategy;
}

function envoys(rollout?: Rollout) {
  const chart = newChart();
  const dataPlane = DataPlane.standaloneEnvoy({ placement: EnvoyPlacement.DEPLOYMENT, rollout });
  const pool = new InferencePool(chart, 'pool', {
    existingPods: { labels: { app: 'a' } },
    transport: dataPlane.transport,
  });
  dataPlane.bind(chart, { pool });
  return find(chart.toJson(), 'Deployment', 'pool-gateway').spec.strategy;
}

describe.each([
  ['AgentgatewayController', controllers],
  ['standalone Envoy', envoys],
])('%s', (_, strategy) => {
  test.each<[Rollout | undefined, object | undefined]>([
    [undefined, undefined],
    [{}, { type: 'RollingUpdate' }],
    [{ maxSurge: 0 }, { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0 } }],
    [
      { maxSurge: 0, maxUnavailable: 1 },
      { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
    ],
  ])('%j', (rollout, expected) => {
    expect(strategy(rollout)).toEqual(expected);
  });

  test.each<Rollout>([{ maxSurge: 0, maxUnavailable: 0 }, { maxSurge: -1 }, { maxUnavailable: 0.5 }])(
    '%j is refused',
    (rollout) => {
      expect(() => strategy(rollout)).toThrow(/^LLMD-ROLLOUT at .*, and not both of them 0\. Fix: with maxSurge 0, /);
    },
  );
});
