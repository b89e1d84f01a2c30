import type { Diagnostic } from '../api-server/diagnostic';
import type { RuleDoc } from '../api-server/rule-doc';

/** Accepts the diagnostics with a code. */
export interface Acknowledgement {
  readonly code: string;
  /** Why they are accepted. */
  readonly reason: string;
  /**
   * Path of the construct below which they are accepted.
   * @default - everywhere
   */
  readonly construct?: string;
  /**
   * Whether the acknowledgement may match nothing: constructs that acknowledge a code for all of their kind set it.
   * @default false
   */
  readonly optional?: boolean;
}

/** The rule that an acknowledgement matches something. */
export const UNUSED_ACKNOWLEDGEMENT: RuleDoc = {
  code: 'LLMD-ACKNOWLEDGEMENT-UNUSED',
  severity: 'warning',
  title: 'An acknowledgement matches a diagnostic',
  why: 'An acknowledgement that matches nothing hides the next diagnostic of its code, which may be about something else.',
};

/** Leaves out the diagnostics that are acknowledged, and adds one for every acknowledgement that matches none. */
export function acknowledge(
  diagnostics: readonly Diagnostic[],
  acknowledgements: readonly Acknowledgement[],
): Diagnostic[] {
  const unused = new Set(acknowledgements.filter(({ optional }) => !optional));
  const open = diagnostics.filter((diagnostic) => {
    const matching = acknowledgements.filter((acknowledgement) => covers(acknowledgement, diagnostic));
    matching.forEach((acknowledgement) => unused.delete(acknowledgement));
    return matching.length === 0;
  });
  return [...open, ...[...unused].map(unusedDiagnostic)];
}

function covers({ code, construct }: Acknowledgement, diagnostic: Diagnostic): boolean {
  return code === diagnostic.code && (construct === undefined || isBelow(diagnostic.construct, construct));
}

function isBelow(path: string | undefined, ancestor: string): boolean {
  return ancestor === '' || path === ancestor || path?.startsWith(`${ancestor}/`) === true;
}

function unusedDiagnostic({ code, reason, construct }: Acknowledgement): Diagnostic {
  return {
    code: UNUSED_ACKNOWLEDGEMENT.code,
    severity: 'warning',
    construct,
    path: '',
    message: `${code} is acknowledged (${JSON.stringify(reason)}), but there is no such diagnostic`,
    remedy: 'remove the acknowledgement, or correct its code',
  };
}
