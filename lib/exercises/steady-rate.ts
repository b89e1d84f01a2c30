import type { Traffic } from './traffic/client';
import type { CompletionRequest } from './traffic/request';
import { within } from './wait';

/** How to find out whether a pool bears some traffic. */
interface Trial {
  /** Requests per second. */
  readonly rate: number;
  /** How long to send them. */
  readonly seconds: number;
  /** Unanswered requests at which the pool has fallen behind. */
  readonly behind: number;
}

/** Streams of four seconds make for ten unanswered requests at this rate, and full slots for some more. */
const TRIAL: Trial = { rate: 20, seconds: 10, behind: 80 };
/** Requests per second that any pool gets. */
const LEAST = 1;

/**
 * Requests per second for steady traffic: 20, or half of what a pool answers that falls behind at that. More would test
 * its queues: a model server without an accelerator may answer three a second.
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
  const trial = within(seconds, unanswered, (number) => number >= behind, signal);
  await traffic.sendSteadily(rate, nextCounted, trial);
  const hasFallenBehind = (await trial) !== undefined;
  if (!hasFallenBehind) return rate;
  const answered = traffic.records.filter(({ failure }) => failure === undefined).length;
  return Math.max(LEAST, (answered * 1000) / traffic.now / 2);
}
