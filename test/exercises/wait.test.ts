import { pause, untilAborted, waitUntil, waitUntilOrFail } from '../../lib/exercises/wait';

/** Reads 1, 2, 3, … */
function counter() {
  let reads = 0;
  return () => Promise.resolve(++reads);
}

test('a value is read again until it is as expected', async () => {
  expect(await waitUntil(5, counter(), (value) => value === 2)).toBeGreaterThan(200);
});

test('a value that is as expected at once takes no time', async () => {
  expect(await waitUntil(5, counter(), (value) => value === 1)).toBeLessThan(200);
});

test('after the time is over the wait ends, with an error where the value is needed', async () => {
  expect(await waitUntil(0, counter(), () => false)).toBeUndefined();
  await expect(waitUntilOrFail('the end of pod a', 0, counter(), () => false)).rejects.toThrow(
    /^LLMD-EXERCISE-WAIT at the end of pod a: got \d+ after 0 s, /,
  );
  expect(await waitUntilOrFail('x', 0, counter(), (value) => value === 1)).toBeLessThan(200);
});

test('an abort ends a wait with its reason', async () => {
  const reason = new Error('interrupted');
  await expect(pause(60_000, AbortSignal.abort(reason))).rejects.toBe(reason);
  const end = new AbortController();
  setTimeout(() => end.abort(reason), 10);
  await expect(waitUntil(60, counter(), () => false, end.signal)).rejects.toBe(reason);
});

test('an abort ends a wait whose read never ends', async () => {
  const reason = new Error('interrupted');
  const end = new AbortController();
  setTimeout(() => end.abort(reason), 10);
  const start = performance.now();
  await expect(
    waitUntil(
      60,
      () => new Promise(() => undefined),
      () => false,
      end.signal,
    ),
  ).rejects.toBe(reason);
  expect(performance.now() - start).toBeLessThan(1000);
});

test('work that ends before an abort has its result, and its error', async () => {
  const { signal } = new AbortController();
  expect(await untilAborted(Promise.resolve('done'), signal)).toBe('done');
  await expect(untilAborted(Promise.reject(new Error('no')), signal)).rejects.toThrow('no');
  await expect(untilAborted(Promise.resolve('done'), AbortSignal.abort(new Error('over')))).rejects.toThrow('over');
});
