import type { Rule } from '../../lib/validation/rule';
import { EXAMPLES } from '../../lib/validation/rules/examples';
import { places } from './diagnostics';
import { parseObjects } from './objects';

/** Each rule finds its failing example, and lets the passing one pass. */
export function testExamples(rules: readonly Rule[]): void {
  describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (_, rule) => {
    test('finds its failing example', () =>
      expect(places([rule], parseObjects(EXAMPLES[rule.code].failing))).not.toEqual([]));
    test('lets its passing example pass', () =>
      expect(places([rule], parseObjects(EXAMPLES[rule.code].passing))).toEqual([]));
  });
}
