import { count } from './checks';
import type { ExerciseOptions } from './options';
import type { Check, ExerciseName, ExerciseResult, Round } from './results';
import type { Session } from './session';
import { within } from './wait';

/** Seconds until a picker has seen the pods that are there. */
const SEEN_WITHIN = 30;

/** Proves something on a running pool. */
export type Exercise = (session: Session, options?: ExerciseOptions) => Promise<ExerciseResult>;

/** What an exercise finds by its own work. */
export interface Found {
  readonly checks: readonly Check[];
  readonly rounds: readonly Round[];
}

/** An exercise whose work begins when the picker knows the pods: without that everything else fails for the same reason. */
export function exercise(
  name: ExerciseName,
  work: (session: Session, options: ExerciseOptions) => Promise<Found>,
): Exercise {
  return async (session, options = {}) => {
    const start = performance.now();
    const known = await pickerKnowsPods(session);
    const found = known.passed ? await work(session, options) : { checks: [], rounds: [] };
    // What failed because the way to the pods broke is no diagnostic.
    session.signal.throwIfAborted();
    const checks = [known, ...found.checks];
    const passed = checks.every((check) => check.passed);
    return { exercise: name, passed, milliseconds: performance.now() - start, checks, rounds: found.rounds };
  };
}

/** Whether the picker counts the pods that are ready. */
export async function pickerKnowsPods(session: Session): Promise<Check> {
  let ready = 0;
  let known: number | undefined;
  const look = async () => {
    ready = (await session.readyPods()).length;
    known = await session.readyEndpoints();
  };
  const passed = await within(SEEN_WITHIN, look, () => ready > 0 && known === ready, session.signal);
  return {
    what: 'the endpoint picker knows the pods',
    wanted: `it counts all ready pods within ${SEEN_WITHIN} s`,
    measured:
      known === undefined
        ? `it does not answer, and ${count(ready, 'pod')} are ready`
        : `it counts ${known} of ${count(ready, 'ready pod')}`,
    passed: passed !== undefined,
    hint:
      passed === undefined
        ? 'compare the selector of the InferencePool with the flags and the log of the picker'
        : undefined,
  };
}
