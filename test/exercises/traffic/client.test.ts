import { Traffic } from '../../../lib/exercises/traffic/client';
import { withServer } from '../../support/completion-server';

const WANTED = { model: 'm', prompt: 'p', maxTokens: 1 };

test('so many at once, each sent once', async () => {
  let [now, most] = [0, 0];
  const seen: string[] = [];
  await withServer(
    ({ prompt }, response) => {
      seen.push(prompt as string);
      most = Math.max(most, ++now);
      setTimeout(() => {
        now--;
        response.end('{}');
      }, 5);
    },
    async (client) => {
      const traffic = new Traffic(client);
      const prompts = Array.from({ length: 20 }, (_, index) => `${index}`);
      await traffic.sendAll(
        prompts.map((prompt) => ({ ...WANTED, prompt })),
        4,
      );
      expect(seen.sort()).toEqual(prompts.sort());
      expect(traffic.records).toHaveLength(20);
    },
  );
  expect(most).toBe(4);
});

test('a steady pace, however slow the answers are', () =>
  withServer(
    (_, response) => void setTimeout(() => response.end('{}'), 300),
    async (client) => {
      const traffic = new Traffic(client);
      const over = new Promise((resolve) => setTimeout(resolve, 1000));
      await traffic.sendSteadily(50, () => WANTED, over);
      expect(traffic.records.length).toBeGreaterThan(40);
      expect(traffic.records.length).toBeLessThanOrEqual(52);
      expect(traffic.records.filter(({ failure }) => failure !== undefined)).toEqual([]);
    },
  ));

test('steady traffic that is interrupted does not wait for answers', () =>
  withServer(
    () => undefined,
    async (client) => {
      const interrupted = new Promise((_, reject) => setTimeout(() => reject(new Error('enough')), 100));
      const start = performance.now();
      await expect(new Traffic(client).sendSteadily(50, () => WANTED, interrupted)).rejects.toThrow('enough');
      expect(performance.now() - start).toBeLessThan(5000);
    },
  ));

test('an abort ends requests in flight within a second, and no others begin', async () => {
  const end = new AbortController();
  let [asked, start] = [0, 0];
  const answers = () => {
    if (++asked < 3) return;
    start = performance.now();
    end.abort(new Error('interrupted'));
  };
  await withServer(
    answers,
    async (client) => {
      const traffic = new Traffic(client);
      await expect(traffic.sendAll(Array(9).fill(WANTED), 3, end.signal)).rejects.toThrow('interrupted');
      expect(performance.now() - start).toBeLessThan(1000);
      expect(await client.get('/metrics')).toMatchObject({ status: 0, failure: 'ended early' });
    },
    { signal: end.signal },
  );
  expect(asked).toBe(3);
});
