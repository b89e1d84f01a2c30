import { ALL_RULES, validate } from '../../lib/validation';
import { parseObjects } from '../support/synth';

const codes = (yaml: string) => validate(parseObjects(yaml).map((object) => ({ object }))).map(({ code }) => code);

describe.each(ALL_RULES.map((rule) => [rule.code, rule] as const))('%s', (code, { examples }) => {
  test('finds its failing example', () => expect(codes(examples.failing)).toContain(code));
  test('lets its passing example pass', () => expect(codes(examples.passing)).not.toContain(code));
});

test('every code has one rule', () => {
  const all = ALL_RULES.map(({ code }) => code);
  expect(all).toEqual([...new Set(all)]);
});
