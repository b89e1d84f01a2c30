import { refuse } from '../errors';

/** Milliseconds between two reads. */
const INTERVAL = 250;

/** Waits for some milliseconds. An abort ends it with an error. */
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

/** The result of some work, or the reason of an abort: what is under way is not waited for then. */
export function untilAborted<Result>(work: Promise<Result>, signal?: AbortSignal): Promise<Result> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/**
 * Reads a value until it is as expected.
 *
 * @returns the milliseconds that it took; undefined if it was not so within `seconds`
 */
export async function waitUntil<Value>(
  seconds: number,
  read: () => Promise<Value>,
  isExpected: (value: Value) => boolean,
  signal?: AbortSignal,
): Promise<number | undefined> {
  const start = performance.now();
  for (;;) {
    const value = await untilAborted(read(), signal);
    const elapsed = performance.now() - start;
    if (isExpected(value)) return elapsed;
    if (elapsed > seconds * 1000) return undefined;
    await pause(INTERVAL, signal);
  }
}

/** Reads a value until it is as expected, and fails if it is not so within `seconds`. Returns the milliseconds it took. */
export async function waitUntilOrFail<Value>(
  what: string,
  seconds: number,
  read: () => Promise<Value>,
  isExpected: (value: Value) => boolean,
  signal?: AbortSignal,
): Promise<number> {
  let last: Value | undefined;
  const remember = async () => (last = await read());
  const taken = await waitUntil(seconds, remember, isExpected, signal);
  if (taken !== undefined) return taken;
  refuse(what, {
    code: 'LLMD-EXERCISE-WAIT',
    got: `${JSON.stringify(last)} after ${seconds} s`,
    expected: 'it sooner',
    remedy: 'see `kubectl get pods` for what holds it up, or wait longer with --timeout',
  });
}
