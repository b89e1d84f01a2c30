import type { Traffic } from './traffic/client';
import type { CompletionRequest } from './traffic/request';
import { waitUntil } from './wait';

/** A trial that finds out whether a pool keeps up with a rate of requests. */
interface Trial {
  /** Requests per second. */
  readonly rate: number;
  /** Seconds for which requests are sent. */
  readonly seconds: number;
  /** Number of unanswered requests at which the pool has fallen behind. */
  readonly behind: number;
}

/** At this rate, streams of four seconds cause about ten unanswered requests; requests that wait for a slot add some. */
const TRIAL: Trial = { rate: 20, seconds: 10, behind: 80 };
/** Lowest rate, in requests per second. */
const LEAST = 1;

/**
 * Measures the rate of steady traffic for a pool: 20 requests per second, or half of the rate that it answers if it falls
 * behind at 20. More would test its queues: a model server without an accelerator may answer three per second.
 */
export async function steadyRate(
  traffic: Traffic,
  next: (number: number) => CompletionRequest,
  signal?: AbortSignal,
  { rate, seconds, behind }: Trial = TRIAL,
): Promise<number> {
  let sent = 0;
  const nextCounted = (number: number) => {
    sent = number + 1;
    return next(number);
  };
  const unanswered = () => Promise.resolve(sent - traffic.records.length);
  const trial = waitUntil(seconds, unanswered, (number) => number >= behind, signal);
  await traffic.sendSteadily(rate, nextCounted, trial);
  const hasFallenBehind = (await trial) !== undefined;
  if (!hasFallenBehind) return rate;
  const answered = traffic.records.filter(({ failure }) => failure === undefined).length;
  return Math.max(LEAST, (answered * 1000) / traffic.now / 2);
}
