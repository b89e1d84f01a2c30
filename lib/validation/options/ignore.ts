import { refuse, show } from '../../errors';
import type { Acknowledgement } from '../acknowledgement';
import { isUnreadable } from '../read/rules';
import { ALL_RULES } from '../validate';

/** Accepts the findings with a code, for a reason. Refuses a code that does not exist, and to give no reason. */
export function ignore(code: string, reason: string, where: string): Acknowledgement {
  const codes = ALL_RULES.map((rule) => rule.code);
  if (!codes.includes(code)) {
    const remedy = `write ${nearest(code, codes)}, if that is what you mean; docs/rules.md lists all codes`;
    refuse(where, { code: 'LLMD-IGNORE', got: show(code), expected: 'the code of a rule', remedy });
  }
  if (isUnreadable({ code })) {
    const expected = 'a finding about something that was checked';
    refuse(where, { code: 'LLMD-IGNORE', got: code, expected, remedy: 'do not name what cannot be read' });
  }
  if (reason.trim() === '') {
    const expected = `${code}=REASON, with a sentence that says why it may stay`;
    refuse(where, { code: 'LLMD-IGNORE', got: `no reason for ${code}`, expected, remedy: 'say why' });
  }
  return { code, reason };
}

/** The word that shares most of its pairs of letters with another one. */
function nearest(word: string, candidates: readonly string[]): string {
  const likeness = (other: string) => {
    const [some, others] = [pairs(word.toUpperCase()), pairs(other)];
    return (2 * [...some].filter((pair) => others.has(pair)).length) / (some.size + others.size);
  };
  return candidates.reduce((best, candidate) => (likeness(candidate) > likeness(best) ? candidate : best));
}

function pairs(word: string): ReadonlySet<string> {
  return new Set(Array.from({ length: word.length - 1 }, (_, index) => word.slice(index, index + 2)));
}
