import type { ExerciseResult, ExerciseRun, RequestRecord, Round } from '../../lib/exercises/results';

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const PODS = ['vllm-6c9f7d5b8c-4kqzt', 'vllm-6c9f7d5b8c-9xw2n', 'vllm-6c9f7d5b8c-hm7vd'];

/** `count` requests in `milliseconds`, evenly begun: latencies like those of a small model, each tenth a stream. */
export function requests(count: number, milliseconds: number, seed = 1): RequestRecord[] {
  const random = randomOf(seed);
  return Array.from({ length: count }, (_, index) => {
    const isStream = index % 10 === 9;
    const slow = 1 - Math.log(1 - random()) * 0.4;
    return {
      at: (index * milliseconds) / count,
      milliseconds: (isStream ? 1_400 : 180) * slow,
      status: 200,
      isStream,
      pod: PODS[Math.floor(random() * PODS.length)],
    };
  });
}

export function round(parts: Partial<Round> = {}): Round {
  return { name: 'distinct prompts', requests: [], events: [], readyEndpoints: [], shares: {}, ...parts };
}

export function result(parts: Partial<ExerciseResult> = {}): ExerciseResult {
  return { exercise: 'load-distribution', passed: true, milliseconds: 4_200, checks: [], rounds: [], ...parts };
}

export function run(results: readonly ExerciseResult[]): ExerciseRun {
  return {
    command: 'npx cdk8s-llm-d exercise --context kind-llm-d --namespace default --pool gaie-sim',
    startedAt: '2026-11-22T09:30:00.000Z',
    target: {
      context: 'kind-llm-d',
      namespace: 'default',
      pool: 'gaie-sim',
      entry: 'Gateway infra-sim-inference-gateway',
      model: 'facebook/opt-125m',
      versions: { Kubernetes: 'v1.34.2', 'endpoint picker': 'llm-d-router v0.10.0', vLLM: '0.11.2' },
    },
    results,
  };
}

/** A run as it comes from a cluster: three exercises, of which one failed. */
export function realisticRun(): ExerciseRun {
  return run([loadDistribution(), faultTolerance(), observability()]);
}

/** A run with long names, many pods and events, and latencies of all sizes. */
export function crowdedRun(): ExerciseRun {
  const pods = Array.from({ length: 16 }, (_, index) => `decode-of-some-model-with-a-long-name-6c9f7d5b8c-${index}`);
  const mixed = requests(400, 90_000).map((request, index): RequestRecord => {
    if (index === 200) return { ...request, status: 0, milliseconds: 0, failure: 'connection refused' };
    return index % 37 === 5
      ? { ...request, milliseconds: 30_000, failure: `no answer of ${pods[0]} in time` }
      : request;
  });
  const crowded = round({
    name: 'restart all',
    requests: mixed,
    events: pods.map((pod, index) => ({ at: 5_000 + index * index * 350, description: `deleted pod ${pod}` })),
    readyEndpoints: Array.from({ length: 90 }, (_, second) => ({ at: second * 1_000, count: 12 + ((second * 7) % 5) })),
    shares: Object.fromEntries(pods.map((pod, index) => [pod, index * index * 113])),
  });
  const check = { name: 'x'.repeat(100), expected: 'y'.repeat(100), measured: 'z'.repeat(100), passed: false };
  return run([result({ exercise: 'fault-tolerance', passed: false, checks: [check], rounds: [crowded] })]);
}

function loadDistribution(): ExerciseResult {
  return result({
    milliseconds: 19_840,
    checks: [
      {
        name: 'every pod serves',
        expected: 'each of 3 pods answers at least 14 of 100 requests',
        measured: '36, 33 and 31',
        passed: true,
      },
      {
        name: 'one prompt stays on one pod',
        expected: 'at least 90 of 100 requests with one prefix on one pod',
        measured: '98',
        passed: true,
      },
    ],
    rounds: [
      round({ requests: requests(100, 8_300, 2), shares: shareOut(36, 31, 33) }),
      round({
        name: 'one prompt',
        requests: requests(100, 6_100, 3).map((request) => ({
          ...request,
          isStream: false,
          milliseconds: request.milliseconds / 3,
        })),
        shares: shareOut(1, 98, 1),
      }),
    ],
  });
}

function faultTolerance(): ExerciseResult {
  const kinds = ['503', 'stream cut', 'connection reset'];
  const broken = requests(1_200, 60_000, 4).map((request, index): RequestRecord => {
    const isHit = request.at > 20_050 && request.at < 21_800 && index % 3 === 0;
    if (!isHit) return request;
    const failure = request.isStream ? 'stream cut' : kinds[index % 2 === 0 ? 0 : 2];
    return {
      ...request,
      milliseconds: failure === '503' ? 4 : request.milliseconds / 2,
      status: failure === '503' ? 503 : 0,
      failure,
    };
  });
  return result({
    exercise: 'fault-tolerance',
    passed: false,
    milliseconds: 126_300,
    checks: [
      {
        name: 'a drained pod loses no request',
        expected: '0 of 1,200 requests fail while a pod is deleted',
        measured: `${broken.filter(({ failure }) => failure).length} failed`,
        passed: false,
      },
      { name: 'the pool heals', expected: '3 ready endpoints within 90 s', measured: '37.4 s', passed: true },
    ],
    rounds: [
      round({
        name: 'delete a pod',
        requests: broken,
        events: [
          { at: 20_000, description: `deleted pod ${PODS[1]}` },
          { at: 20_600, description: `${PODS[1]} left the pool` },
          { at: 22_300, description: 'vllm-6c9f7d5b8c-t2bbr started' },
          { at: 57_400, description: 'vllm-6c9f7d5b8c-t2bbr joined the pool' },
        ],
        readyEndpoints: [
          { at: 0, count: 3 },
          { at: 20_600, count: 2 },
          { at: 57_400, count: 3 },
        ],
        shares: { ...shareOut(560, 149, 431), 'vllm-6c9f7d5b8c-t2bbr': 25 },
      }),
    ],
  });
}

function observability(): ExerciseResult {
  return result({
    exercise: 'observability',
    milliseconds: 830,
    checks: [
      {
        name: 'the endpoint picker counts requests',
        expected: 'inference_extension_request_total grows by 20',
        measured: 'by 20',
        passed: true,
      },
    ],
    rounds: [round({ name: 'metrics' })],
  });
}

function shareOut(...counts: readonly number[]): Round['shares'] {
  return Object.fromEntries(PODS.map((pod, index) => [pod, counts[index]]));
}
