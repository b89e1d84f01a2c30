import { InferenceObjective, InferencePool, Release } from '../../lib';
import { find } from '../support/objects';
import { synth } from '../support/synth';

const existingPods = { labels: { app: 'elsewhere' } };

function objective(priority: number, release?: Release, namespace?: string) {
  return synth(
    (chart) => {
      const pool = new InferencePool(chart, 'opt', { existingPods, release });
      new InferenceObjective(chart, 'urgent', { pool, priority });
    },
    { namespace },
  );
}

test.each(Release.all().map((release) => [release.id, release] as const))('has the API of %s', (_, release) => {
  expect(find(objective(1, release, 'team-a'), 'InferenceObjective')).toMatchObject({
    apiVersion: release.modelApiVersion,
    metadata: { name: 'urgent', namespace: 'team-a' },
    spec: { poolRef: { group: 'inference.networking.k8s.io', kind: 'InferencePool', name: 'opt' }, priority: 1 },
  });
});

test.each([0, -10, 100, 2 ** 31 - 1, -(2 ** 31)])('the priority %d is kept', (priority) => {
  expect(find(objective(priority), 'InferenceObjective').spec.priority).toBe(priority);
});

test.each([0.5, 2 ** 31, -(2 ** 31) - 1, Number.NaN, Infinity])('the priority %d is refused', (priority) => {
  expect(() => objective(priority)).toThrow(/^LLMD-OBJECTIVE-PRIORITY at test\/urgent: got priority /);
});

test('a priority is refused with the remedy', () => {
  expect(() => objective(0.5)).toThrowErrorMatchingInlineSnapshot(
    `"LLMD-OBJECTIVE-PRIORITY at test/urgent: got priority 0.5, expected a whole number of 32 bits. Fix: use small numbers such as 100, 0 and -10."`,
  );
});
