import { refuse, show } from '../../errors';
import type { Acknowledgement } from '../acknowledgement';
import { isUnreadable } from '../../api-server/read/rules';
import { nearest } from '../../text/nearest';
import { ALL_RULES } from '../validate';

/** Accepts the diagnostics with a code, for a reason. Refuses a code that does not exist, and to give no reason. */
export function ignore(code: string, reason: string, where: string): Acknowledgement {
  const codes = ALL_RULES.map((rule) => rule.code);
  if (!codes.includes(code)) {
    const meant = nearest(code, codes);
    const remedy = meant === undefined ? 'copy the code from the report' : `write ${meant}, if that is what you mean`;
    refuse(where, { code: 'LLMD-IGNORE', got: show(code), expected: 'the code of a rule', remedy });
  }
  if (isUnreadable({ code })) {
    const expected = 'a diagnostic about something that was checked';
    refuse(where, { code: 'LLMD-IGNORE', got: code, expected, remedy: 'do not name what cannot be read' });
  }
  if (reason.trim() === '') {
    const expected = `${code}=REASON, with a sentence that says why it may stay`;
    refuse(where, { code: 'LLMD-IGNORE', got: `no reason for ${code}`, expected, remedy: 'say why' });
  }
  return { code, reason };
}
