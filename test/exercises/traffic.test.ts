import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client, Traffic } from '../../lib/exercises/traffic/client';

type Answers = (body: any, response: ServerResponse, request: IncomingMessage) => void;

/** A server that answers as a test says; nothing of vLLM is in it. */
async function serving(answers: Answers, work: (client: Client) => Promise<void>, host?: string): Promise<void> {
  const server: Server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => answers(text === '' ? undefined : JSON.parse(text), response, request));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = new Client(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, host);
  try {
    await work(client);
  } finally {
    client.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const WANTED = { model: 'm', prompt: 'p', maxTokens: 1 };

test.each<[string, Answers, boolean, object]>([
  ['an answer', (_, response) => response.end('{}'), false, { status: 200, failure: undefined }],
  [
    'an answer that says who gave it',
    (_, response) => response.setHeader('x-inference-pod', 'vllm-0').end('{}'),
    false,
    { pod: 'vllm-0' },
  ],
  ['a refusal', (_, response) => response.writeHead(503).end('no'), false, { status: 503, failure: '503', body: 'no' }],
  ['a reset', (_, response) => response.socket!.destroy(), false, { status: 0, failure: 'connection reset' }],
  [
    'half an answer',
    (_, response) => {
      response.write('{', () => response.socket!.destroy());
    },
    false,
    { status: 200, failure: 'connection reset in the middle of the answer' },
  ],
  ['a stream', (_, response) => response.end('data: {}\n\ndata: [DONE]\n\n'), true, { failure: undefined }],
  ['half a stream', (_, response) => response.end('data: {}\n\n'), true, { failure: 'stream without an end' }],
  [
    'a stream with an error',
    (_, response) => response.end('data: {"error": {}}\n\ndata: [DONE]\n\n'),
    true,
    { failure: 'error in the stream' },
  ],
])('%s', (_, answers, stream, expected) =>
  serving(answers, async (client) => {
    expect(await client.complete({ ...WANTED, stream })).toMatchObject(expected);
  }),
);

test('nobody listens', async () => {
  const client = new Client('http://127.0.0.1:1');
  expect(await client.complete(WANTED)).toMatchObject({ status: 0, failure: 'connection refused' });
  client.close();
});

test('what is sent', () =>
  serving(
    (body, response, request) => {
      expect(body).toEqual({ model: 'm', prompt: 'p', max_tokens: 1, stream: false, temperature: 0 });
      expect([request.method, request.url, request.headers.host]).toEqual(['POST', '/v1/completions', 'llm.example']);
      response.end('{}');
    },
    async (client) => expect((await client.complete(WANTED)).status).toBe(200),
    'llm.example',
  ));

test('so many at once, each sent once', async () => {
  let [now, most] = [0, 0];
  const seen: string[] = [];
  await serving(
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
  serving(
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

test('steady traffic that is interrupted: nobody waits for answers', () =>
  serving(
    () => undefined,
    async (client) => {
      const interrupted = new Promise((_, reject) => setTimeout(() => reject(new Error('enough')), 100));
      const start = performance.now();
      await expect(new Traffic(client).sendSteadily(50, () => WANTED, interrupted)).rejects.toThrow('enough');
      expect(performance.now() - start).toBeLessThan(5000);
    },
  ));
