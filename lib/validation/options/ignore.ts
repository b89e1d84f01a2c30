import { refuse } from '../../errors';
import { show } from '../../text/wording';
import type { Acknowledgement } from '../acknowledgement';
import { isUnreadable } from '../../api-server/read/rules';
import { nearest } from '../../text/nearest';
import { ALL_RULES } from '../validate';

/** Acknowledges the diagnostics with a code. Refuses codes that do not exist or mean unread input, and empty reasons. */
export function ignore(code: string, reason: string, where: string): Acknowledgement {
  const codes = ALL_RULES.map((rule) => rule.code);
  if (!codes.includes(code)) {
    const similar = nearest(code, codes);
    const remedy =
      similar === undefined ? 'copy the code from the report' : `write ${similar}, if that is what you mean`;
    refuse(where, { code: 'LLMD-IGNORE-CODE', got: show(code), expected: 'the code of a rule', remedy });
  }
  if (isUnreadable({ code })) {
    refuse(where, {
      code: 'LLMD-IGNORE-UNREADABLE',
      got: code,
      expected: 'the code of a diagnostic about something that was read',
      remedy: 'leave the files out that cannot be read, or correct them',
    });
  }
  if (reason.trim() === '') {
    refuse(where, {
      code: 'LLMD-IGNORE-REASON',
      got: `no reason for ${code}`,
      expected: `${code}=REASON, with a sentence that says why the diagnostic is accepted`,
      remedy: 'add a reason',
    });
  }
  return { code, reason };
}
