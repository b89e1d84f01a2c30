import { allAnswered, count, failuresByKind, makeCheck } from './checks';
import { defineExercise } from './exercise';
import { type Fault, faultsNamed } from './faults';
import { type ExerciseOptions, promptOf } from './options';
import { REPLICAS } from './replicas';
import type { Check, RequestRecord, Round } from './results';
import { Recorder } from './recorder';
import type { Session } from './session';
import { steadyRate } from './steady-rate';
import { drainGaps } from './target/drain-gaps';
import type { CompletionRequest } from './traffic/request';
import { pause } from './wait';

/** Tokens of an answer that is no stream. */
const TOKENS = 5;
/** One request of this many is a stream. */
const STREAM_EVERY = 10;
/** Milliseconds that a stream should last. */
const STREAM_TIME = 4000;
/** Tokens of the request that measures how fast the model is. */
const PROBE_TOKENS = 20;
/** Largest number of tokens to ask for: a model with a context of 1,024 tokens needs room for the prompt. */
const MOST_TOKENS = 900;
/** Milliseconds of traffic before a fault and after it. */
const TRAFFIC_MARGIN = 3000;

/** The traffic that goes on while a fault happens. */
interface SteadyTraffic {
  /** Requests per second. */
  readonly rate: number;
  readonly next: (number: number) => CompletionRequest;
}

/** What the checks of a fault say beside its own figures. */
interface CheckContext {
  /** What the manifests lack for no request to fail. */
  readonly gaps: readonly string[];
  /** Seconds for which the exercise waited at most. */
  readonly timeout: number;
  /** Requests per second. */
  readonly rate: number;
}

/** The exercise `fault-tolerance`: steady traffic while pods are deleted, scaled, restarted and replaced. */
export const faultTolerance = defineExercise('fault-tolerance', async (session, options) => {
  const gapsOf = async (fault: Fault) =>
    (await fault.gaps?.(session)) ?? (await drainGaps(session.cluster, session.target.workload));
  const faults = await Promise.all(
    faultsNamed(options.faults).map(async (fault) => ({ fault, gaps: await gapsOf(fault) })),
  );
  await session.hold();
  await session.scale(REPLICAS);
  const steady = await steadyTraffic(session, options);
  const rounds: Round[] = [];
  const checks: Check[] = [];
  for (const { fault, gaps } of faults) {
    await session.scale(REPLICAS);
    const { round, readyAfter } = await underTraffic(session, fault, steady, options);
    rounds.push(round);
    checks.push(...checksOf(fault, round, readyAfter, { gaps, timeout: session.timeout, rate: steady.rate }));
  }
  return { checks, rounds };
});

/** Estimates how many tokens a stream needs to last about so long. */
async function tokensFor({ client, model }: Session, milliseconds: number): Promise<number> {
  const ask = async (maxTokens: number) =>
    (await client.complete({ model, prompt: 'The future of AI is', maxTokens, stream: true })).milliseconds;
  const first = await ask(1);
  const perToken = Math.max(0.1, ((await ask(1 + PROBE_TOKENS)) - first) / PROBE_TOKENS);
  return Math.min(MOST_TOKENS, Math.ceil(milliseconds / perToken));
}

/** Chooses the requests of the steady traffic, of which every tenth is a stream, and their rate. */
async function steadyTraffic(session: Session, options: ExerciseOptions): Promise<SteadyTraffic> {
  const { model, signal } = session;
  const streamTokens = await tokensFor(session, STREAM_TIME);
  const next = (number: number) => {
    const stream = number % STREAM_EVERY === 0;
    return { model, prompt: promptOf(number, options), stream, maxTokens: stream ? streamTokens : TOKENS };
  };
  if (options.rate !== undefined) return { next, rate: options.rate };
  const { traffic } = new Recorder(session, 'what the pool bears', options.onProgress);
  return { next, rate: await steadyRate(traffic, next, signal) };
}

/** Lets a fault happen in the middle of steady traffic. */
async function underTraffic(
  session: Session,
  fault: Fault,
  { rate, next }: SteadyTraffic,
  { onProgress }: ExerciseOptions,
) {
  const recorder = new Recorder(session, fault.name, onProgress);
  const causeFault = async () => {
    await pause(TRAFFIC_MARGIN, session.signal);
    const start = recorder.traffic.now;
    await fault.cause(session, (description) => recorder.addEvent(description));
    const isReady = (await session.waitUntilReady(fault.replicas)) !== undefined;
    const readyAfter = isReady ? recorder.traffic.now - start : undefined;
    if (isReady) recorder.addEvent(`${count(fault.replicas, 'pod')} ready again`);
    await pause(TRAFFIC_MARGIN, session.signal);
    return readyAfter;
  };
  const readyAfter = await recorder.watchEndpoints(async () => {
    const faultIsOver = causeFault();
    await recorder.traffic.sendSteadily(rate, next, faultIsOver);
    return faultIsOver;
  });
  return { round: recorder.round(), readyAfter };
}

/** The checks of one fault. Failed requests decide; what the manifests lack is only a hint. */
function checksOf(fault: Fault, { requests }: Round, readyAfter: number | undefined, context: CheckContext): Check[] {
  const { name, isHarmless } = fault;
  const failed = requests.filter(({ failure }) => failure !== undefined);
  const rate = `${count(Number(context.rate.toFixed(1)), 'request')} a second`;
  const gap = `${rate}, longest gap ${longestGap(requests).toFixed(0)} ms`;
  const answered = allAnswered({ name, requests });
  const traffic: Check = isHarmless
    ? {
        ...answered,
        measured: `${answered.measured}; ${gap}`,
        hint: answered.passed || context.gaps.length === 0 ? undefined : context.gaps.join('; '),
      }
    : {
        name: `${name}: traffic comes back`,
        expected: 'the last requests are answered',
        measured: `${failed.length} of ${requests.length} failed${failed.length ? ` (${failuresByKind(failed)})` : ''}; ${gap}`,
        passed: requests.slice(-Math.ceil(requests.length / 20)).every(({ failure }) => failure === undefined),
      };
  const recovery = makeCheck(
    `${name}: the pool is ready again`,
    `${count(fault.replicas, 'pod')} ready, none left over, and the endpoint picker counts them, within ${context.timeout} s`,
    readyAfter === undefined ? 'not in time' : `after ${(readyAfter / 1000).toFixed(1)} s`,
    readyAfter !== undefined,
  );
  return [traffic, recovery];
}

/** The longest time between the ends of two successive answers, in milliseconds. */
export function longestGap(requests: readonly RequestRecord[]): number {
  const ends = requests
    .filter(({ failure }) => failure === undefined)
    .map(({ at, milliseconds }) => at + milliseconds)
    .sort((one, other) => one - other);
  return ends.reduce((longest, end, index) => Math.max(longest, index === 0 ? 0 : end - ends[index - 1]), 0);
}
