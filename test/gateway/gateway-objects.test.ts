import { Duration } from 'cdk8s';
import fc from 'fast-check';
import { InferencePool, ModelServer, type RouteOptions } from '../../lib';
import { DATA_PLANES, OPT } from '../support/stacks';
import { find } from '../support/objects';
import { synth } from '../support/synth';

/** The data planes that have an HTTPRoute, and those that have a proxy or a Gateway of their own. */
const [WITH_ROUTE, WITH_NAME] = [
  ['agentgateway', 'Envoy Gateway', 'an existing Gateway'],
  ['agentgateway', 'Envoy Gateway', 'standalone Envoy in a Deployment'],
];

function bind(name: string, route: Partial<RouteOptions> = {}) {
  return synth((chart) => {
    const dataPlane = DATA_PLANES[name]();
    const modelServers = [new ModelServer(chart, 'vllm', { model: OPT })];
    const pool = new InferencePool(chart, 'opt', { modelServers, transport: dataPlane.transport });
    dataPlane.bind(chart, { pool, ...route });
  });
}

describe.each(WITH_ROUTE)('the HTTPRoute of %s', (name) => {
  const rule = (requestTimeout?: Duration) => find(bind(name, { requestTimeout }), 'HTTPRoute').spec.rules[0];

  test('takes every path, and stands beside the pool', () => {
    expect(rule().matches).toEqual([{ path: { type: 'PathPrefix', value: '/' } }]);
    expect(find(bind(name), 'HTTPRoute').metadata).toMatchObject({ name: 'opt', namespace: 'default' });
  });

  test('has no deadline, which streams need, unless one is asked for', () => {
    expect(rule().timeouts).toEqual({ request: '0s' });
    expect(rule(Duration.minutes(5)).timeouts).toEqual({ request: '300s' });
  });
});

describe('a timeout', () => {
  const written = (duration: Duration): string =>
    find(bind('an existing Gateway', { requestTimeout: duration }), 'HTTPRoute').spec.rules[0].timeouts.request;

  test.each([
    [Duration.seconds(0), '0s'],
    [Duration.seconds(90), '90s'],
    [Duration.millis(250), '250ms'],
    [Duration.millis(1500), '1s500ms'],
    [Duration.seconds(99_999), '99999s'],
    [Duration.seconds(100_000), '27h2800s'],
    [Duration.days(2), '48h'],
  ])('%j is written as %s', (duration, expected) => {
    expect(written(duration)).toBe(expected);
  });

  test('is what the CRD accepts and as long as asked for, whatever it is', () => {
    const UNITS: Record<string, number> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };
    const parsed = (text: string) =>
      [...text.matchAll(/(\d+)(ms|h|m|s)/g)].reduce((sum, [, amount, unit]) => sum + Number(amount) * UNITS[unit], 0);
    fc.assert(
      fc.property(fc.nat(300_000_000), (milliseconds) => {
        const text = written(Duration.millis(milliseconds));
        expect(text).toMatch(/^([0-9]{1,5}(h|m|s|ms)){1,4}$/);
        expect(parsed(text)).toBe(milliseconds);
      }),
    );
  });
});

describe.each(WITH_NAME)('the name of %s', (name) => {
  const named = (gatewayName?: string) => () => bind(name, { gatewayName });

  test('derives from the pool, or is given', () => {
    const names = (gatewayName?: string) => named(gatewayName)().map(({ metadata }) => metadata.name);
    expect(names()).toContain('opt-gateway');
    expect(names('front')).toContain('front');
    expect(names('front')).not.toContain('opt-gateway');
  });

  test.each(['vllm', 'opt-epp'])('cannot be %s, which is a workload of the pool', (gatewayName) => {
    expect(named(gatewayName)).toThrow(
      `LLMD-GATEWAY-NAME at test: got "${gatewayName}", expected a name that no workload of the pool opt has: ` +
        'the proxy gets a Deployment and a Service of it. Fix: pass another gatewayName, or leave it out.',
    );
  });

  test('is a name of a Service', () => {
    expect(named('9lives')).toThrow(/^LLMD-NAME-SERVICE at test: /);
    expect(named('a.b')).toThrow(/^LLMD-NAME at test: /);
  });
});
