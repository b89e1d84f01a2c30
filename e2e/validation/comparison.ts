import { checkStructure, STRUCTURE_RULES } from '../../lib/api-server/check-object';
import type { Verdict } from '../support/oracle';
import { type Difference, DIFFERENCES, type Outcome } from './differences';
import type { Mutant } from './mutations';

/** The two verdicts on an object. */
export interface Comparison {
  readonly kind: string;
  readonly done: string;
  /** Codes and places, where we refuse it. */
  readonly refusals: readonly string[];
  readonly server: Verdict;
  readonly outcome: Outcome;
  /** For a disagreement: the difference in the docs that it is an example of. */
  readonly difference?: Difference;
}

const ERRORS = new Set(STRUCTURE_RULES.filter(({ severity }) => severity === 'error').map(({ code }) => code));

/** Why we refuse an object. Diagnostics about what could not be checked do not count. */
export function refusals(object: unknown): string[] {
  const errors = checkStructure({ object }).violations.filter(({ code }) => ERRORS.has(code));
  return errors.map(({ code, path, message }) => `${code} ${path.join('.')}: ${message}`);
}

/** Puts both verdicts on an object side by side. */
export function compare({ object, mutations }: Mutant, refusals: readonly string[], server: Verdict): Comparison {
  const outcome = outcomeOf(refusals.length === 0, server.accepted);
  const reasons = [server.message, ...refusals];
  return {
    kind: object.kind,
    done: mutations.map(({ name, path }) => `${name} at ${path.join('.')}`).join(', '),
    refusals,
    server,
    outcome,
    difference: DIFFERENCES.find((known) => known.outcome === outcome && reasons.some((text) => known.sign.test(text))),
  };
}

function outcomeOf(weAccept: boolean, serverAccepts: boolean | undefined): Outcome {
  if (serverAccepts === undefined) return 'not judged';
  if (weAccept === serverAccepts) return weAccept ? 'both accept' : 'both refuse';
  return weAccept ? 'only we accept' : 'only the server accepts';
}
