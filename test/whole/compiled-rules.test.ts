import fc from 'fast-check';
import { checkRule } from '../../lib/api-server/cel/check-rule';
import type { CompiledRule } from '../../lib/api-server/cel/tree';
import { pinnedRules } from '../scripts/import/cel/pinned-rules';
import { canEvaluate, reference } from '../scripts/import/cel/reference';
import { valuesOf } from '../scripts/import/cel/values';

const RULES = pinnedRules();

/** The result of a compiled rule, in the form of `reference`. */
function verdict(rule: CompiledRule, value: unknown): boolean | 'error' {
  const violation = checkRule(rule, value, []);
  if (violation === undefined) return true;
  return violation.message.startsWith(rule.message!) ? false : 'error';
}

test('all rules are compiled', () => {
  expect(RULES.filter(({ compiled }) => compiled.unknown !== undefined)).toEqual([]);
  expect(RULES.length).toBeGreaterThan(300);
});

test('compiled rules give what @bufbuild/cel gives', () => {
  const differences: unknown[] = [];
  const verdicts = new Map<string, Set<boolean | 'error'>>();
  for (const { compiled, schema } of RULES.filter(({ compiled: { rule } }) => canEvaluate(rule))) {
    const expected = reference(compiled.rule, schema);
    const seen = verdicts.get(compiled.rule) ?? new Set();
    verdicts.set(compiled.rule, seen);
    for (const value of fc.sample(valuesOf(schema, compiled.rule), { numRuns: 12, seed: 4 })) {
      const result = verdict(compiled, value);
      if (result !== expected(value)) differences.push({ rule: compiled.rule, value, result });
      seen.add(result);
    }
  }
  expect(differences).toEqual([]);
  const decided = [...verdicts.values()].filter((seen) => seen.has(true) && seen.size > 1);
  // The others need values that random generation rarely gives: long lists, three equal fields.
  expect(decided.length).toBeGreaterThan(0.75 * verdicts.size);
});
