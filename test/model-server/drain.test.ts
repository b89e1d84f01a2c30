import { Duration } from 'cdk8s';
import fc from 'fast-check';
import { Drain, type DrainOptions, Engine, type IEngine, Model, ModelServer } from '../../lib';
import { mainContainer, podSpec } from '../support/objects';
import { synth } from '../support/synth';

const seconds = (count: number) => Duration.seconds(count);
const numbers = ({ preStopSeconds, engineShutdownSeconds, gracePeriodSeconds }: Drain) => [
  preStopSeconds,
  engineShutdownSeconds,
  gracePeriodSeconds,
];

test.each<[string, DrainOptions, number[]]>([
  ['the defaults', {}, [10, 45, 75]],
  ['a longer engine shutdown', { engineShutdown: Duration.minutes(5) }, [10, 300, 330]],
  ['no pause', { preStop: seconds(0) }, [0, 45, 65]],
  ['the shortest grace period', { gracePeriod: seconds(65) }, [10, 45, 65]],
  ['a long grace period', { gracePeriod: seconds(600) }, [10, 45, 600]],
])('preStop, engine shutdown and grace period of %s', (_, options, expected) => {
  expect(numbers(Drain.of(options))).toEqual(expected);
});

test('a grace period that is too short for what happens in it is refused', () => {
  expect(() => Drain.of({ gracePeriod: seconds(64) })).toThrowErrorMatchingInlineSnapshot(
    `"LLMD-DRAIN-GRACE at Drain.of: got a grace period of 64 s, expected at least 65 s: 10 s preStop + 45 s engine shutdown + 10 s. Fix: raise gracePeriod or leave it out."`,
  );
});

test('the grace period covers the rest, whatever the rest is', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.nat(10_000), (preStop, engineShutdown) => {
      const drain = Drain.of({ preStop: seconds(preStop), engineShutdown: seconds(engineShutdown) });
      expect(drain.gracePeriodSeconds).toBe(preStop + engineShutdown + 20);
    }),
  );
});

describe('the pod of a model server', () => {
  const server = (drain: Drain, engine?: IEngine) =>
    synth((chart) => new ModelServer(chart, 'vllm', { model: Model.huggingFace('a/b'), drain, engine }));

  test('pauses, finishes and then stops', () => {
    const objects = server(Drain.of({ preStop: seconds(7), engineShutdown: seconds(20) }));
    expect(podSpec(objects).terminationGracePeriodSeconds).toBe(47);
    expect(mainContainer(objects).lifecycle).toEqual({ preStop: { sleep: { seconds: 7 } } });
    expect(mainContainer(objects).args).toContain('--shutdown-timeout=20');
  });

  test.each([
    ['without a drain', Drain.none(), 30],
    ['with a drain of zeros', Drain.of({ preStop: seconds(0), engineShutdown: seconds(0) }), 20],
  ])('%s has neither hook nor flag', (_, drain, grace) => {
    const objects = server(drain);
    expect(podSpec(objects).terminationGracePeriodSeconds).toBe(grace);
    expect(mainContainer(objects)).not.toHaveProperty('lifecycle');
    expect(mainContainer(objects).args.join(' ')).not.toContain('--shutdown-timeout');
  });

  test('of the simulator pauses, but has no flag for the rest', () => {
    const container = mainContainer(server(Drain.of(), Engine.simulator()));
    expect(container.lifecycle).toEqual({ preStop: { sleep: { seconds: 10 } } });
    expect(container.args.join(' ')).not.toContain('--shutdown-timeout');
  });
});
