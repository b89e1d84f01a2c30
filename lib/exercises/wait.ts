import { refuse } from '../errors';

/** Milliseconds between two questions. */
const PAUSE = 250;

/** Waits; an abort ends it with an error. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error);
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener('abort', aborted, { once: true });
    function done(): void {
      signal?.removeEventListener('abort', aborted);
      resolve();
    }
    function aborted(): void {
      clearTimeout(timer);
      reject(signal!.reason as Error);
    }
  });
}

/** Asks until the answer is as wanted, and returns the milliseconds that it took; undefined after `seconds`. */
export async function within<Answer>(
  seconds: number,
  ask: () => Promise<Answer>,
  isWanted: (answer: Answer) => boolean,
  signal?: AbortSignal,
): Promise<number | undefined> {
  const start = performance.now();
  for (;;) {
    const answer = await ask();
    const elapsed = performance.now() - start;
    if (isWanted(answer)) return elapsed;
    if (elapsed > seconds * 1000) return undefined;
    await pause(PAUSE, signal);
  }
}

/** As `within`, for what an exercise cannot go on without. */
export async function demand<Answer>(
  what: string,
  seconds: number,
  ask: () => Promise<Answer>,
  isWanted: (answer: Answer) => boolean,
  signal?: AbortSignal,
): Promise<number> {
  let last: Answer | undefined;
  const remember = async () => (last = await ask());
  const taken = await within(seconds, remember, isWanted, signal);
  if (taken !== undefined) return taken;
  refuse(what, {
    code: 'LLMD-EXERCISE-WAIT',
    got: `${JSON.stringify(last)} after ${seconds} s`,
    expected: 'it sooner',
    remedy: 'see `kubectl get pods` for what holds it up, or wait longer with --timeout',
  });
}
