import { allAnswered, checked, count, kinds } from './checks';
import { exercise } from './exercise';
import { type Fault, faultsNamed } from './faults';
import { type ExerciseOptions, promptOf } from './options';
import { REPLICAS } from './replicas';
import type { Check, RequestRecord, Round } from './results';
import { Recorder } from './round';
import type { Session } from './session';
import { steadyRate } from './steady-rate';
import { drainGaps } from './target/drain-gaps';
import type { CompletionRequest } from './traffic/request';
import { pause } from './wait';

const TOKENS = 5;
/** One request of so many is a stream. */
const STREAM_EVERY = 10;
/** Milliseconds that a stream should last, and tokens to measure the speed with. */
const STREAM_TIME = 4000;
const PROBE_TOKENS = 20;
/** The most that a model with 1,024 tokens answers. */
const MOST_TOKENS = 900;
/** Milliseconds of traffic before a fault, and after it. */
const CALM = 3000;

interface Steady {
  /** Requests per second. */
  readonly rate: number;
  readonly next: (number: number) => CompletionRequest;
}

interface Context {
  /** What the manifests lack. */
  readonly gaps: readonly string[];
  /** Seconds. */
  readonly timeout: number;
  /** Requests per second. */
  readonly rate: number;
}

/** Steady traffic while pods go, come back, and are replaced. */
export const faultTolerance = exercise('fault-tolerance', async (session, options) => {
  const faults = faultsNamed(options.faults);
  await session.scale(REPLICAS);
  const steady = await steadyTraffic(session, options);
  const rounds: Round[] = [];
  const checks: Check[] = [];
  const gaps = await drainGaps(session.cluster, session.target.workload);
  for (const fault of faults) {
    await session.scale(REPLICAS);
    const { round, wholeAfter } = await underTraffic(session, fault, steady, options);
    rounds.push(round);
    checks.push(...checksOf(fault, round, wholeAfter, { gaps, timeout: session.timeout, rate: steady.rate }));
  }
  return { checks, rounds };
});

/** How many tokens take about so long. */
async function tokensFor({ client, model }: Session, milliseconds: number): Promise<number> {
  const ask = async (maxTokens: number) =>
    (await client.complete({ model, prompt: 'The future of AI is', maxTokens, stream: true })).milliseconds;
  const first = await ask(1);
  const perToken = Math.max(0.1, ((await ask(1 + PROBE_TOKENS)) - first) / PROBE_TOKENS);
  return Math.min(MOST_TOKENS, Math.ceil(milliseconds / perToken));
}

/** What is sent all the time, every tenth request a stream, and how much of it. */
async function steadyTraffic(session: Session, options: ExerciseOptions): Promise<Steady> {
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

async function underTraffic(session: Session, fault: Fault, { rate, next }: Steady, { onProgress }: ExerciseOptions) {
  const recorder = new Recorder(session, fault.name, onProgress);
  const happen = async () => {
    await pause(CALM, session.signal);
    const began = recorder.traffic.now;
    await fault.act(session, (what) => recorder.event(what));
    const isWhole = (await session.whole(fault.replicas)) !== undefined;
    const wholeAfter = isWhole ? recorder.traffic.now - began : undefined;
    if (isWhole) recorder.event(`${count(fault.replicas, 'pod')} ready again`);
    await pause(CALM, session.signal);
    return wholeAfter;
  };
  const wholeAfter = await recorder.watch(async () => {
    const happening = happen();
    await recorder.traffic.sendSteadily(rate, next, happening);
    return happening;
  });
  return { round: recorder.round(), wholeAfter };
}

/** What the manifests lack is no more than a hint: it is the requests that count. */
function checksOf(fault: Fault, { requests }: Round, wholeAfter: number | undefined, context: Context): Check[] {
  const { name, isHarmless } = fault;
  const failed = requests.filter(({ failure }) => failure !== undefined);
  const rate = `${count(Number(context.rate.toFixed(1)), 'request')} a second`;
  const gap = `${rate}, longest gap ${longestGap(requests).toFixed(0)} ms`;
  const answered = allAnswered({ name, requests });
  const harm: Check = isHarmless
    ? {
        ...answered,
        measured: `${answered.measured}; ${gap}`,
        hint: answered.passed || context.gaps.length === 0 ? undefined : context.gaps.join('; '),
      }
    : {
        what: `${name}: traffic comes back`,
        wanted: 'the last requests are answered',
        measured: `${failed.length} of ${requests.length} failed${failed.length ? ` (${kinds(failed)})` : ''}; ${gap}`,
        passed: requests.slice(-Math.ceil(requests.length / 20)).every(({ failure }) => failure === undefined),
      };
  const whole = checked(
    `${name}: the pool is whole again`,
    `${count(fault.replicas, 'pod')} ready, none left over, and the endpoint picker counts them, within ${context.timeout} s`,
    wholeAfter === undefined ? 'not in time' : `after ${(wholeAfter / 1000).toFixed(1)} s`,
    wholeAfter !== undefined,
  );
  return [harm, whole];
}

/** The longest time without the end of an answer, in milliseconds. */
export function longestGap(requests: readonly RequestRecord[]): number {
  const ends = requests
    .filter(({ failure }) => failure === undefined)
    .map(({ at, milliseconds }) => at + milliseconds)
    .sort((one, other) => one - other);
  return ends.reduce((longest, end, index) => Math.max(longest, index === 0 ? 0 : end - ends[index - 1]), 0);
}
