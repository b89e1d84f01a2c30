import { check, readText } from '../../lib/validation';
import type { RuleDoc } from '../../lib/api-server/rule-doc';
import type { Examples } from '../../lib/api-server/example';

/** The note for a kind without a schema, such as ServiceMonitor. */
const NOT_CHECKED = 'LLMD-KIND-NOT-CHECKED';
const OF_UNCHECKED_KINDS = ['LLMD-MONITOR-AUTH', 'LLMD-MONITOR-PORT', 'LLMD-MONITOR-SELECTOR'];

/** What the whole validator reports for a complete set of objects, each code once. */
function codesOf(yaml: string): string[] {
  return [...new Set(check(readText(yaml), { closed: true }).map(({ code }) => code))].sort();
}

/** For its failing example the whole validator reports a rule's code and what follows from it; for the passing one nothing. */
export function testExamples(rules: readonly Pick<RuleDoc, 'code'>[], examples: Examples): void {
  test.each(rules.map(({ code }) => code))('%s', (code) => {
    const { failing, passing, also = {} } = examples[code];
    const notes = OF_UNCHECKED_KINDS.includes(code) ? [NOT_CHECKED] : [];
    expect(codesOf(failing)).toEqual([code, ...Object.keys(also), ...notes].sort());
    expect(codesOf(passing)).toEqual(notes);
  });
}
