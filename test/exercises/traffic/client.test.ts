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
