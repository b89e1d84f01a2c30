import { Duration } from 'cdk8s';
import { DataPlane, Drain, InferenceStack } from '../../lib';
import { drainSeconds, proxyReplicas } from '../../lib/gateway/proxy-replicas';
import { find } from '../support/objects';
import { OPT } from '../support/stacks';
import { newChart, synth } from '../support/synth';

const DRAIN = Drain.of({ engineShutdown: Duration.minutes(10) });

test.each([
  ['agentgateway', DataPlane.agentgateway(), 'AgentgatewayParameters', { min: 10, max: 630 }],
  ['Envoy Gateway', DataPlane.envoyGateway(), 'EnvoyProxy', { drainTimeout: '630s' }],
])('a proxy drains as long as the model servers behind it: %s', (_, dataPlane, kind, shutdown) => {
  const objects = synth((chart) => new InferenceStack(chart, 'opt', { model: OPT, drain: DRAIN, dataPlane }));
  expect(find(objects, kind).spec.shutdown).toEqual(shutdown);
});

test('of several model servers the slowest counts, and never less than upstream gives', () => {
  const drain = (...seconds: number[]) =>
    drainSeconds({ modelServers: seconds.map((gracePeriodSeconds) => ({ gracePeriodSeconds })) } as never);
  expect([drain(), drain(30), drain(75), drain(75, 630, 100)]).toEqual([60, 60, 75, 630]);
});

test('a number of proxies that is none is refused', () => {
  expect(() => proxyReplicas(newChart(), 1.5)).toThrow(/^LLMD-REPLICAS at .*: got replicas 1.5/);
});
