import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { check, readText } from '../../lib/validation';
import { ALL_RULES } from '../../lib/validation/validate';
import { RULES } from '../../lib/validation/rules';

const codes = (yaml: string) => check(readText(yaml)).map(({ code }) => code);

/** A rule about what is beside the YAML has no example in YAML. */
const EXEMPLIFIED = ALL_RULES.filter(({ examples }) => examples.failing !== '');

test('all other rules have examples', () => {
  const others = ALL_RULES.filter((rule) => !EXEMPLIFIED.includes(rule)).map(({ code }) => code);
  expect(others).toEqual([
    'LLMD-FILE',
    'LLMD-EMPTY',
    'LLMD-YAML-SIZE',
    'LLMD-CEL-NOT-CHECKED',
    'LLMD-ACKNOWLEDGEMENT-UNUSED',
  ]);
});

const OF_SETS = new Set(RULES.map(({ code }) => code));

// A file for each area, so that a change of a rule concerns few tests: npm run test:mutation.
test('the examples of rules over whole sets are tested in rules/examples', () => {
  const areas = readdirSync('lib/validation/rules', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const tested = readdirSync(join(__dirname, 'rules/examples'));
  expect(new Set(tested)).toEqual(new Set(areas.map(({ name }) => `${name}.test.ts`)));
});

describe.each(EXEMPLIFIED.filter(({ code }) => !OF_SETS.has(code)).map((rule) => [rule.code, rule] as const))(
  '%s',
  (code, { examples }) => {
    test('finds its failing example', () => expect(codes(examples.failing)).toContain(code));
    test('lets its passing example pass', () => expect(codes(examples.passing)).not.toContain(code));
  },
);

test('every code has one rule', () => {
  const all = ALL_RULES.map(({ code }) => code);
  expect(all).toEqual([...new Set(all)]);
});

test('every rule says what must hold and why', () => {
  expect(ALL_RULES.filter(({ title, why }) => title === '' || why === '')).toEqual([]);
});
