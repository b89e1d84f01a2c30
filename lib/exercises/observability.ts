import { allAnswered } from './checks';
import { defineExercise } from './exercise';
import { COUNTED_WITHIN, has, type Sample, sum } from './metrics';
import { promptOf } from './options';
import { REPLICA_STEPS } from './replicas';
import type { Check } from './results';
import { Recorder } from './recorder';
import type { Session } from './session';
import { waitUntil } from './wait';

const REQUESTS = 20;
const WIDTH = 5;
/** Seconds within which the endpoint picker must know that a pod is ready or gone. */
const KNOWN_WITHIN = 60;

/** The exercise `observability`: the endpoint picker's metrics exist, count the requests, and follow the pods. */
export const observability = defineExercise('observability', async (session, options) => {
  const { release } = session;
  const { requests = REQUESTS } = options;
  await session.hold();

  const counting = new Recorder(session, 'requests to count', options.onProgress);
  const completions = Array.from({ length: requests }, (_, index) => ({
    model: session.model,
    prompt: promptOf(index, options),
    maxTokens: 5,
  }));
  const before = await session.pickerMetrics();
  await counting.traffic.sendAll(completions, WIDTH, session.signal);
  let after: Sample[] = [];
  const moved = () => sum(after, release.requestsMetric) - sum(before, release.requestsMetric);
  await waitUntil(
    COUNTED_WITHIN,
    async () => (after = await session.pickerMetrics()),
    () => moved() >= requests,
    session.signal,
  );

  const missing = release.promisedMetrics.filter((name) => !has(after, name));
  const scaling = new Recorder(session, `scale ${REPLICA_STEPS.join(', ')}`, options.onProgress);
  const lags = await scaling.watchEndpoints(() => followReplicas(session, scaling));
  const checks: Check[] = [
    allAnswered(counting.round()),
    {
      name: `the metrics of ${release.id} exist`,
      expected: `all ${release.promisedMetrics.length}`,
      measured: missing.length === 0 ? 'all' : `missing: ${missing.join(', ')}`,
      passed: missing.length === 0,
    },
    {
      name: 'the picker counts requests',
      expected: `${release.requestsMetric} moves by exactly ${requests}`,
      measured: String(moved()),
      passed: moved() === requests,
    },
    ...lags,
  ];
  return { checks, rounds: [counting.round(), scaling.round()] };
});

/** Scales the model server step by step and checks how soon the endpoint picker counts the pods. */
async function followReplicas(session: Session, recorder: Recorder): Promise<Check[]> {
  const checks: Check[] = [];
  for (const replicas of REPLICA_STEPS) {
    await session.setReplicas(replicas);
    recorder.addEvent(`scaled to ${replicas}`);
    // How long a pod takes to load its model or to end does not depend on the picker.
    const ready = async () => (await session.readyPods()).length;
    await waitUntil(session.timeout, ready, (count) => count === replicas, session.signal);
    recorder.addEvent(`${replicas} ready`);
    const lag = await waitUntil(
      KNOWN_WITHIN,
      () => session.readyEndpoints(),
      (count) => count === replicas,
      session.signal,
    );
    checks.push({
      name: `the picker follows to ${replicas}`,
      expected: `it counts ${replicas} within ${KNOWN_WITHIN} s`,
      measured:
        lag === undefined
          ? `${await session.readyEndpoints()} after ${KNOWN_WITHIN} s`
          : `after ${(lag / 1000).toFixed(1)} s`,
      passed: lag !== undefined,
    });
  }
  return checks;
}
