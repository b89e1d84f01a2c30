import { plannedChanges } from '../../lib/exercises/planned-changes';
import type { Target } from '../../lib/exercises/target/target';

const target = (requiresToken: boolean) =>
  ({
    pool: { namespace: 'llm' },
    workload: { kind: 'Deployment', name: 'vllm' },
    picker: { service: { metadata: { name: 'epp' } }, metrics: { requiresToken } },
  }) as unknown as Target;

test('an exercise that only sends requests changes nothing', () => {
  expect(plannedChanges(['model-aliasing'], target(false))).toEqual([]);
});

test('the changes of all exercises, in their order', () => {
  expect(plannedChanges(['load-distribution', 'fault-tolerance', 'observability'], target(false))).toEqual([
    'scale Deployment llm/vllm to 3 where fewer than 2 pods are ready, and back',
    'scale Deployment llm/vllm to 3, 1 and 0, and back',
    'delete its pods, and restart it',
    'restart the endpoint picker llm/epp, and delete its pods',
    'scale Deployment llm/vllm to 1, 3, 1, and back',
  ]);
});

test('a token for the metrics may need a ServiceAccount', () => {
  expect(plannedChanges(['model-aliasing'], target(true))).toEqual([
    'make a ServiceAccount that may read the metrics of the endpoint picker, and remove it at the end',
  ]);
});
