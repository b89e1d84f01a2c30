import { count } from './checks';
import type { ExerciseOptions } from './options';
import type { Check, ExerciseName, ExerciseResult, Round } from './results';
import type { Session } from './session';
import { waitUntil } from './wait';

/** Seconds within which an endpoint picker must know the pods that are ready. */
const KNOWN_WITHIN = 30;

/** A function that runs one exercise on a pool. */
export type Exercise = (session: Session, options?: ExerciseOptions) => Promise<ExerciseResult>;

/** The checks and rounds of one exercise. */
export interface Findings {
  readonly checks: readonly Check[];
  readonly rounds: readonly Round[];
}

/**
 * Makes an exercise that first checks whether the endpoint picker knows the pods, and only then does its work: without
 * that, all other checks would fail for the same reason.
 */
export function defineExercise(
  name: ExerciseName,
  work: (session: Session, options: ExerciseOptions) => Promise<Findings>,
): Exercise {
  return async (session, options = {}) => {
    const start = performance.now();
    const known = await pickerKnowsPods(session);
    const found = known.passed ? await work(session, options) : { checks: [], rounds: [] };
    // If the connection to the pods broke, failed checks say nothing about the pool.
    session.signal.throwIfAborted();
    const checks = [known, ...found.checks];
    const passed = checks.every((check) => check.passed);
    return { exercise: name, passed, milliseconds: performance.now() - start, checks, rounds: found.rounds };
  };
}

/** The check that the endpoint picker counts exactly the pods that are ready. */
export async function pickerKnowsPods(session: Session): Promise<Check> {
  let ready = 0;
  let known: number | undefined;
  const read = async () => {
    ready = (await session.readyPods()).length;
    known = await session.readyEndpoints();
  };
  const passed = await waitUntil(KNOWN_WITHIN, read, () => ready > 0 && known === ready, session.signal);
  return {
    name: 'the endpoint picker knows the pods',
    expected: `it counts all ready pods within ${KNOWN_WITHIN} s`,
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
