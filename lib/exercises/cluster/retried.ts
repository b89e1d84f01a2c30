import { pause } from '../wait';
import { ApiError } from './api-error';

/** How often work is done at most. */
const ATTEMPTS = 4;

/** Milliseconds before the second attempt; twice as many before each further one. */
const FIRST_PAUSE = 250;

/** Most seconds that are waited because a server says so. */
const LONGEST_PAUSE = 10;

/** Does some work again where it fails in a way that may pass. Waits as long as a server's Retry-After says, up to 10 s. */
export async function retried<Result>(
  work: () => Promise<Result>,
  mayPass: (error: unknown) => boolean,
  signal?: AbortSignal,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !mayPass(error)) throw error;
      const wanted = error instanceof ApiError ? (error.retryAfterSeconds ?? 0) : 0;
      await pause(Math.max(FIRST_PAUSE * 2 ** (attempt - 1), Math.min(wanted, LONGEST_PAUSE) * 1000), signal);
    }
  }
}
