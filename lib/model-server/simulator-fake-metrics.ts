import { type Check, type Where, checkedOptions, refuseType } from '../options/check';
import { listOf, numberLike, optionsOf, text, whole } from '../options/checks';
import { refuse } from '../errors';
import { parseGoDuration } from '../text/duration';
import { show } from '../text/wording';

/*
 * The metrics that `--fake-metrics` sets. Source: pkg/common/config_fake_metrics.go of llm-d-inference-sim v0.10.2.
 */

const COUNT = whole(0, Number.MAX_SAFE_INTEGER);
const LOAD = gauge(Infinity, 'a number, 0 or more');
const OBSERVATIONS = listOf(COUNT, 'a list of whole numbers');

const METRICS = {
  'running-requests': LOAD,
  'waiting-requests': LOAD,
  'kv-cache-usage': gauge(1, 'a number from 0 to 1'),
  loras: listOf(
    optionsOf<LoraFields>({ running: names, waiting: names, timestamp: numberLike(Number.isFinite, 'a number') }),
  ),
  'ttft-buckets-values': atMost(23),
  'tpot-buckets-values': atMost(20),
  'e2erl-buckets-values': atMost(22),
  'queue-time-buckets-values': atMost(22),
  'inf-time-buckets-values': atMost(22),
  'prefill-time-buckets-values': atMost(22),
  'decode-time-buckets-values': atMost(22),
  'request-prompt-tokens': OBSERVATIONS,
  'request-generation-tokens': OBSERVATIONS,
  'request-params-max-tokens': OBSERVATIONS,
  'request-max-generation-tokens': OBSERVATIONS,
  'request-success-total': optionsOf<FinishReasons>({
    stop: COUNT,
    length: COUNT,
    tool_calls: COUNT,
    remote_decode: COUNT,
    cache_threshold: COUNT,
  }),
  'total-prompt-tokens': COUNT,
  'total-generation-tokens': COUNT,
  'prefix-cache-hits': COUNT,
  'prefix-cache-queries': COUNT,
};

interface LoraFields {
  readonly running: string;
  readonly waiting: string;
  readonly timestamp: number;
}

interface FinishReasons {
  readonly stop: number;
  readonly length: number;
  readonly tool_calls: number;
  readonly remote_decode: number;
  readonly cache_threshold: number;
}

/** Refuses metrics that the simulator does not know, and values with which it does not start. */
export const fakeMetrics: Check = (where, path, value) => {
  const metrics: { readonly [name: string]: any } = checkedOptions(where, value as object, METRICS, path);
  const { 'prefix-cache-hits': hits, 'prefix-cache-queries': queries } = metrics;
  if ((hits === undefined) !== (queries === undefined) || hits > queries) {
    refuse(where, {
      code: 'LLMD-SIMULATOR-PREFIX-CACHE',
      got: `${path}.prefix-cache-hits ${show(hits)} and prefix-cache-queries ${show(queries)}`,
      expected: 'both, and no more hits than queries',
      remedy: 'give both, or leave both out',
    });
  }
};

/** A number up to `most`, or a function of time such as `ramp:0:10:5s`. */
function gauge(most: number, expected: string): Check {
  const isInside = (value: number) => value >= 0 && value <= most && Number.isFinite(value);
  const number = numberLike(isInside, expected);
  return (where, path, value) => {
    if (typeof value === 'string') checkFunction(where, path, value, isInside, expected);
    else number(where, path, value);
  };
}

const FUNCTION = /^(?:oscillate|ramp|rampreset|squarewave):(\d+(?:\.\d+)?):(\d+(?:\.\d+)?):([^:]+)$/;

function checkFunction(where: Where, path: string, value: string, isInside: (end: number) => boolean, number: string) {
  const [, start, end, period = ''] = FUNCTION.exec(value) ?? [];
  if (![start, end].every((each) => isInside(Number(each))) || !((parseGoDuration(period) ?? 0n) > 0n)) {
    refuse(where, {
      code: 'LLMD-SIMULATOR-FAKE-METRIC',
      got: `${path} ${show(value)}`,
      expected: `${number}, or function:start:end:period with oscillate, ramp, rampreset or squarewave`,
      remedy: `write for example ${number.endsWith(' 1') ? 'ramp:0:0.9:1m' : 'ramp:0:10:1m'}`,
    });
  }
}

function atMost(length: number): Check {
  return (where, path, value) => {
    OBSERVATIONS(where, path, value);
    const given = (value as unknown[]).length;
    if (given > length) refuseType(where, path, value, `at most ${length} numbers, one for each bucket`);
  };
}

/** Names with commas between them, or none. */
function names(where: Where, path: string, value: unknown): void {
  if (value !== '') text(where, path, value);
}
