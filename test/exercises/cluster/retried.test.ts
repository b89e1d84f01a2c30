import { ApiError } from '../../../lib/exercises/cluster/api-error';
import { retried } from '../../../lib/exercises/cluster/retried';

const busy = (retryAfter?: string) => new ApiError('test', 'GET /a', 429, '', retryAfter);

test('a failure that may pass is tried again, later each time', async () => {
  const at: number[] = [];
  const work = () => {
    at.push(performance.now());
    return at.length < 3 ? Promise.reject(busy()) : Promise.resolve('done');
  };
  expect(await retried(work, () => true)).toBe('done');
  expect(at[1] - at[0]).toBeGreaterThan(240);
  expect(at[2] - at[1]).toBeGreaterThan(490);
});

test('others are not', async () => {
  let times = 0;
  const work = () => Promise.reject(new Error(`${++times}`));
  await expect(retried(work, () => false)).rejects.toThrow('1');
  expect(times).toBe(1);
});

test.each<[string | undefined, number]>([
  ['2', 2000],
  ['86400', 10_000],
  ['-5', 250],
  ['soon', 250],
])('Retry-After %s waits %d ms, which an abort ends at once', async (retryAfter, expected) => {
  const timer = jest.spyOn(global, 'setTimeout');
  const end = new AbortController();
  const failing = retried(
    () => Promise.reject(busy(retryAfter)),
    () => true,
    end.signal,
  );
  await new Promise((resolve) => setImmediate(resolve));
  expect(timer.mock.calls.map(([, milliseconds]) => milliseconds)).toEqual([expected]);
  timer.mockRestore();
  end.abort(new Error('interrupted'));
  await expect(failing).rejects.toThrow('interrupted');
});
