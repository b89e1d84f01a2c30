import { check, readText } from '../../lib/validation';
import type { RuleDoc } from '../../lib/api-server/rule-doc';
import type { Examples } from '../../lib/api-server/example';

/** What the whole validator reports for a complete set of objects, each code once. */
function codesOf(yaml: string): string[] {
  return [...new Set(check(readText(yaml), { closed: true }).map(({ code }) => code))].sort();
}

/** For its failing example the whole validator reports a rule's code and what follows from it; for the passing one nothing. */
export function testExamples(rules: readonly Pick<RuleDoc, 'code'>[], examples: Examples): void {
  test.each(rules.map(({ code }) => code))('%s', (code) => {
    const { failing, passing, also = {} } = examples[code];
    expect(codesOf(failing)).toEqual([code, ...Object.keys(also)].sort());
    expect(codesOf(passing)).toEqual([]);
  });
}
