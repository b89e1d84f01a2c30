import { steadyRate } from '../../lib/exercises/steady-rate';
import { type Client, Traffic } from '../../lib/exercises/traffic/client';
import { pause } from '../../lib/exercises/wait';

const TRIAL = { rate: 400, seconds: 0.6, behind: 60 };
const next = (number: number) => ({ model: 'm', prompt: String(number), maxTokens: 1 });

/** Traffic to a simulated pool that takes its time for each request. */
function trafficTo(answer: () => Promise<{ failure?: string }>): Traffic {
  const complete = async () => ({ status: 200, body: '', milliseconds: 0, ...(await answer()) });
  return new Traffic({ complete } as unknown as Client);
}

/** One request after the other. */
function inTurn(milliseconds: number): () => Promise<object> {
  let last = Promise.resolve();
  return async () => {
    last = last.then(() => pause(milliseconds));
    await last;
    return {};
  };
}

test('a pool that keeps up gets all of it', async () => {
  expect(
    await steadyRate(
      trafficTo(() => pause(50).then(() => ({}))),
      next,
      undefined,
      TRIAL,
    ),
  ).toBe(400);
});

test('a pool that falls behind gets half of what it answers', async () => {
  // 100 a second, and less on a busy machine.
  const rate = await steadyRate(trafficTo(inTurn(10)), next, undefined, TRIAL);
  expect(rate).toBeGreaterThan(20);
  expect(rate).toBeLessThanOrEqual(50);
});

test('a pool that answers nothing gets one request a second', async () => {
  const broken = trafficTo(() => pause(500).then(() => ({ failure: 'silence' })));
  expect(await steadyRate(broken, next, undefined, TRIAL)).toBe(1);
});

test('an abort ends it', async () => {
  const traffic = trafficTo(() => pause(50).then(() => ({})));
  await expect(steadyRate(traffic, next, AbortSignal.timeout(100), TRIAL)).rejects.toThrow(/abort|timeout/i);
});
