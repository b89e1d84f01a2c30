import { allAnswered, count, failuresByKind } from '../../lib/exercises/checks';
import { requests } from '../support/exercise-run';

const [answered] = requests(1, 1);
const failed = (failure: string) => ({ ...answered, failure });

test('a number has the plural of its noun', () => {
  expect([count(0, 'pod'), count(1, 'pod'), count(2, 'pod')]).toEqual(['0 pods', '1 pod', '2 pods']);
});

test('failures are counted by kind, the most frequent first', () => {
  expect(failuresByKind([failed('reset'), failed('503'), failed('503')])).toBe('2 x 503, 1 x reset');
});

test.each<[string, number, string | undefined, string, boolean]>([
  ['all answered', 2, undefined, '0 of 2 failed', true],
  ['one failed', 2, '503', '1 of 2 failed: 1 x 503, sent 0.0 s to 0.0 s after the start', false],
  ['none sent', 0, undefined, '0 of 0 failed', false],
])('%s', (_, number, failure, measured, passed) => {
  const records = requests(number, 1).map((record, index) => (index === 0 ? { ...record, failure } : record));
  expect(allAnswered({ name: 'round', requests: records })).toMatchObject({ measured, passed });
});

test('failed requests are told by when they were sent and what was answered', () => {
  const records = requests(4, 1).map((record, index) => ({
    ...record,
    at: index * 1500,
    ...(index > 1 && { failure: '500', failedWith: 'EngineDeadError' }),
  }));
  expect(allAnswered({ name: 'round', requests: records }).measured).toBe(
    '2 of 4 failed: 2 x 500, sent 3.0 s to 4.5 s after the start; an answer: EngineDeadError',
  );
});
