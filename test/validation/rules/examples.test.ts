import { RULES } from '../../../lib/validation/rules';
import { places } from '../../support/findings';
import { parseObjects } from '../../support/objects';

// Each rule alone, so that a change of a rule concerns few tests (npm run test:mutation).
describe.each(RULES.map((rule) => [rule.code, rule] as const))('%s', (_, rule) => {
  test('finds its failing example', () => expect(places([rule], parseObjects(rule.examples.failing))).not.toEqual([]));
  test('lets its passing example pass', () => expect(places([rule], parseObjects(rule.examples.passing))).toEqual([]));
});
