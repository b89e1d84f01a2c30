import { longestGap } from '../../lib/exercises/fault-tolerance';
import { requests } from '../support/exercise-run';

const record = (at: number, milliseconds: number, failure?: string) => ({
  ...requests(1, 1)[0],
  at,
  milliseconds,
  failure,
});

test.each([
  ['no answer', [], 0],
  ['one answer', [record(500, 10)], 0],
  ['the ends of answers count, in the order of time', [record(0, 900), record(100, 100), record(300, 100)], 500],
  ['a failed request is no answer', [record(0, 100), record(100, 100, '503'), record(300, 100)], 300],
])('the longest gap: %s', (_, records, milliseconds) => expect(longestGap(records)).toBe(milliseconds));
