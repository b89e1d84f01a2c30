import type { Duration } from 'cdk8s';
import { refuse } from '../errors';
import { type Checks, type Where, refuseType } from '../options/check';
import { duration, member, numberLike } from '../options/checks';
import { showGoDuration } from '../text/duration';

/** How the simulator computes the time until the first token: `--latency-calculator`. */
export enum LatencyCalculator {
  /** Always `timeToFirstToken`, or `kvCacheTransferLatency` where another pod has done the prefill. */
  CONSTANT = 'constant',
  /** From the number of tokens that are not cached: the options `prefill…` and `kvCacheTransferTime…`. */
  PER_TOKEN = 'per-token',
}

/**
 * How long the simulator takes. It draws each time from a normal distribution and cuts it at 0.3 and 1.7 times the mean.
 *
 * @see https://github.com/llm-d/llm-d-inference-sim/blob/v0.10.2/docs/latency-simulation.md
 */
export interface SimulatorLatencyOptions {
  /**
   * How the time until the first token is computed.
   * @default - per token, unless `timeToFirstToken` (or `kvCacheTransferLatency`) is given
   */
  readonly latencyCalculator?: LatencyCalculator;
  /**
   * Time until the first token.
   * @default - none: the answer begins at once
   */
  readonly timeToFirstToken?: Duration;
  /**
   * Standard deviation of `timeToFirstToken`, up to 30 % of it.
   * @default - no deviation
   */
  readonly timeToFirstTokenStdDev?: Duration;
  /**
   * Time between two tokens.
   * @default - none
   */
  readonly interTokenLatency?: Duration;
  /**
   * Standard deviation of `interTokenLatency`, up to 30 % of it.
   * @default - no deviation
   */
  readonly interTokenLatencyStdDev?: Duration;
  /**
   * Constant part of the time for the prompt.
   * @default - none
   */
  readonly prefillOverhead?: Duration;
  /**
   * Time for each token of the prompt that is not cached.
   * @default - none
   */
  readonly prefillTimePerToken?: Duration;
  /**
   * Standard deviation of the whole time for the prompt.
   * @default - no deviation
   */
  readonly prefillTimeStdDev?: Duration;
  /**
   * Time to take over the KV cache from the pod that has done the prefill.
   * @default - none
   */
  readonly kvCacheTransferLatency?: Duration;
  /**
   * Standard deviation of `kvCacheTransferLatency`, up to 30 % of it.
   * @default - no deviation
   */
  readonly kvCacheTransferLatencyStdDev?: Duration;
  /**
   * Time to take over the KV cache, for each token of the prompt.
   * @default - none
   */
  readonly kvCacheTransferTimePerToken?: Duration;
  /**
   * Standard deviation of the whole time to take over the KV cache.
   * @default - no deviation
   */
  readonly kvCacheTransferTimeStdDev?: Duration;
  /**
   * Factor on all times when `maxNumSeqs` requests run at once, 1 or more; with fewer requests it is nearer to 1.
   * @default 1
   */
  readonly timeFactorUnderLoad?: number;
}

/** A Duration that Go can hold. Go's are 64 bits of nanoseconds, which are 292 years. */
export function goDuration(where: Where, path: string, value: unknown): void {
  duration(where, path, value);
  const milliseconds = millisecondsOf(value as Duration);
  if (!(milliseconds >= 0 && milliseconds < 2 ** 63 / 1_000_000)) {
    refuseType(where, path, milliseconds, 'a Duration from 0 to 292 years');
  }
}

export const LATENCY_CHECKS: Checks<SimulatorLatencyOptions> = {
  latencyCalculator: member(LatencyCalculator),
  timeToFirstToken: goDuration,
  timeToFirstTokenStdDev: goDuration,
  interTokenLatency: goDuration,
  interTokenLatencyStdDev: goDuration,
  prefillOverhead: goDuration,
  prefillTimePerToken: goDuration,
  prefillTimeStdDev: goDuration,
  kvCacheTransferLatency: goDuration,
  kvCacheTransferLatencyStdDev: goDuration,
  kvCacheTransferTimePerToken: goDuration,
  kvCacheTransferTimeStdDev: goDuration,
  timeFactorUnderLoad: numberLike((value) => value >= 1 && Number.isFinite(value), 'a number, 1 or more'),
};

/** Refuses deviations above 30 % of their mean, with which the simulator does not start. */
export function checkDeviations(where: Where, options: SimulatorLatencyOptions): void {
  const { timeToFirstToken, interTokenLatency, kvCacheTransferLatency } = options;
  checkDeviation(where, { timeToFirstToken }, options.timeToFirstTokenStdDev);
  checkDeviation(where, { interTokenLatency }, options.interTokenLatencyStdDev);
  checkDeviation(where, { kvCacheTransferLatency }, options.kvCacheTransferLatencyStdDev);
}

function checkDeviation(
  where: Where,
  named: { readonly [option: string]: Duration | undefined },
  std?: Duration,
): void {
  const [[option, mean]] = Object.entries(named);
  const [deviation, whole] = [std, mean].map((value) => nanosecondsOf(value));
  // The simulator compares in 32 bits: pkg/common/config.go of v0.10.2, validate.
  if (Math.fround(deviation) > Math.fround(Math.fround(0.3) * Math.fround(whole))) {
    refuse(where, {
      code: 'LLMD-SIMULATOR-DEVIATION',
      got: `${option}StdDev ${showGoDuration(deviation / 1e6)} for ${option} ${showGoDuration(whole / 1e6)}`,
      expected: `at most 30 % of ${option}`,
      remedy: `lower ${option}StdDev, or raise ${option}`,
    });
  }
}

function nanosecondsOf(value: Duration | undefined): number {
  return value === undefined ? 0 : Math.round(millisecondsOf(value) * 1e6);
}

/** Milliseconds of a Duration, with their fraction. */
export function millisecondsOf(value: Duration): number {
  return value.toMilliseconds({ integral: false });
}
