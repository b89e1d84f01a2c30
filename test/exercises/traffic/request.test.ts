import { Client } from '../../../lib/exercises/traffic/client';
import { type Answers, withServer } from '../../support/completion-server';

const WANTED = { model: 'm', prompt: 'p', maxTokens: 1 };

test.each<[string, Answers, boolean, object]>([
  ['an answer', (_, response) => response.end('{}'), false, { status: 200, failure: undefined }],
  [
    'an answer that names its pod',
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
  [
    'an endless answer',
    (_, response) => {
      const more = () => response.write('x'.repeat(100_000), more);
      more();
    },
    false,
    { status: 200, failure: 'more than 1 MiB in the middle of the answer' },
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
  withServer(answers, async (client) => {
    expect(await client.complete({ ...WANTED, stream })).toMatchObject(expected);
  }),
);

test('no server', async () => {
  const client = new Client('http://127.0.0.1:1');
  expect(await client.complete(WANTED)).toMatchObject({ status: 0, failure: 'connection refused' });
  client.close();
});

test('what is sent', () =>
  withServer(
    (body, response, request) => {
      expect(body).toEqual({ model: 'm', prompt: 'p', max_tokens: 1, stream: false, temperature: 0 });
      expect([request.method, request.url, request.headers.host]).toEqual(['POST', '/v1/completions', 'llm.example']);
      response.end('{}');
    },
    async (client) => expect((await client.complete(WANTED)).status).toBe(200),
    { host: 'llm.example' },
  ));

/** Sends a byte now and then, as a server does that is slow on purpose. */
const TRICKLE: Answers = (_, response) => {
  const timer = setInterval(() => response.write('x'), 20);
  response.on('close', () => clearInterval(timer));
};

test.each<[string, Answers, boolean, object]>([
  ['a byte at a time', TRICKLE, false, { failure: 'no end within 0.3 s in the middle of the answer', status: 200 }],
  ['a stream without an end', TRICKLE, true, { failure: 'no end within 0.3 s in the middle of the answer' }],
  [
    'a stream that is too long',
    (_, response) => void response.write('data: {}\n\n'.repeat(200)),
    true,
    { failure: expect.stringMatching(/^more than .* MiB in the middle of the answer$/) },
  ],
  ['silence', () => undefined, false, { failure: 'no byte for 0.1 s', status: 0 }],
])('a completion that is %s ends at a limit', (_, answers, stream, expected) =>
  withServer(answers, async (client) => expect(await client.complete({ ...WANTED, stream })).toMatchObject(expected), {
    limits: { silence: 100, deadline: 300, bytes: 1024 },
  }),
);
