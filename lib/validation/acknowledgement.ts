import type { Diagnostic } from '../api-server/diagnostic';
import type { RuleDoc } from '../api-server/rule-doc';

/** A diagnostic that somebody knows of and accepts. */
export interface Acknowledgement {
  readonly code: string;
  /** Why it is accepted. */
  readonly reason: string;
  /**
   * Path of the construct below which it is accepted.
   * @default - everywhere
   */
  readonly construct?: string;
  /**
   * Whether it is fine when there is nothing to accept: a construct says it for all of its kind.
   * @default false
   */
  readonly optional?: boolean;
}

/** An acknowledgement that matches nothing hides the next diagnostic of its code, which nobody has looked at. */
export const UNUSED_ACKNOWLEDGEMENT: RuleDoc = {
  code: 'LLMD-ACKNOWLEDGEMENT-UNUSED',
  severity: 'warning',
  title: 'An acknowledgement matches a diagnostic',
  why: 'An acknowledgement that is left over would hide the next diagnostic of its code, which nobody has looked at.',
};

/** The diagnostics that nobody has acknowledged, and one for every acknowledgement that matches none. */
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
  return [...open, ...[...unused].map(unusedFinding)];
}

function covers({ code, construct }: Acknowledgement, diagnostic: Diagnostic): boolean {
  return code === diagnostic.code && (construct === undefined || isBelow(diagnostic.construct, construct));
}

function isBelow(path: string | undefined, ancestor: string): boolean {
  return ancestor === '' || path === ancestor || path?.startsWith(`${ancestor}/`) === true;
}

function unusedFinding({ code, reason, construct }: Acknowledgement): Diagnostic {
  return {
    code: UNUSED_ACKNOWLEDGEMENT.code,
    severity: 'warning',
    construct,
    path: '',
    message: `${code} is acknowledged (${JSON.stringify(reason)}), but there is no such diagnostic`,
    remedy: 'take the acknowledgement away, or correct its code',
  };
}
