import { allAnswered } from './checks';
import { exercise } from './exercise';
import { COUNTED_WITHIN, has, type Sample, sum } from './metrics';
import { promptOf } from './options';
import { STEPS } from './replicas';
import type { Check } from './results';
import { Recorder } from './round';
import type { Session } from './session';
import { within } from './wait';

const REQUESTS = 20;
const WIDTH = 5;
/** Seconds within which the picker must know of a pod that is ready, or gone. */
const LAG = 60;

/** The picker's metrics are there, follow the pods, and count what was sent. */
export const observability = exercise('observability', async (session, options) => {
  const { release } = session;
  const { requests = REQUESTS } = options;

  const counting = new Recorder(session, 'requests to count', options.onProgress);
  const wanted = Array.from({ length: requests }, (_, index) => ({
    model: session.model,
    prompt: promptOf(index, options),
    maxTokens: 5,
  }));
  const before = await session.pickerMetrics();
  await counting.traffic.sendAll(wanted, WIDTH, session.signal);
  let after: Sample[] = [];
  const moved = () => sum(after, release.requestsMetric) - sum(before, release.requestsMetric);
  await within(
    COUNTED_WITHIN,
    async () => (after = await session.pickerMetrics()),
    () => moved() >= requests,
    session.signal,
  );

  const missing = release.promisedMetrics.filter((name) => !has(after, name));
  const scaling = new Recorder(session, `scale ${STEPS.join(', ')}`, options.onProgress);
  const lags = await scaling.watch(() => follow(session, scaling));
  const checks: Check[] = [
    allAnswered(counting.round()),
    {
      what: `the metrics of ${release.id} exist`,
      wanted: `all ${release.promisedMetrics.length}`,
      measured: missing.length === 0 ? 'all' : `missing: ${missing.join(', ')}`,
      passed: missing.length === 0,
    },
    {
      what: 'the picker counts requests',
      wanted: `${release.requestsMetric} moves by exactly ${requests}`,
      measured: String(moved()),
      passed: moved() === requests,
    },
    ...lags,
  ];
  return { checks, rounds: [counting.round(), scaling.round()] };
});

async function follow(session: Session, recorder: Recorder): Promise<Check[]> {
  const checks: Check[] = [];
  for (const replicas of STEPS) {
    await session.setReplicas(replicas);
    recorder.event(`scaled to ${replicas}`);
    // How long a pod loads its model, or ends, is no matter of the picker.
    const ready = async () => (await session.readyPods()).length;
    await within(session.timeout, ready, (count) => count === replicas, session.signal);
    recorder.event(`${replicas} ready`);
    const lag = await within(
      LAG,
      () => session.readyEndpoints(),
      (count) => count === replicas,
      session.signal,
    );
    checks.push({
      what: `the picker follows to ${replicas}`,
      wanted: `it counts ${replicas} within ${LAG} s`,
      measured:
        lag === undefined ? `${await session.readyEndpoints()} after ${LAG} s` : `after ${(lag / 1000).toFixed(1)} s`,
      passed: lag !== undefined,
    });
  }
  return checks;
}
