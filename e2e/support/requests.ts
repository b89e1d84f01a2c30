import { type IncomingHttpHeaders, request } from 'node:http';

/** The answer to a request. Status 0 is a connection that broke, with the reason as the body. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

type Headers = { readonly [name: string]: string };

const DEADLINE_MS = 60_000;

/** Sends a GET request once. It is never sent again, since a failed request is a result. */
export function get(url: string, headers: Headers = {}): Promise<Answer> {
  return send('GET', url, headers);
}

/** POST /v1/completions. */
export function complete(url: string, body: object, headers: Headers = {}): Promise<Answer> {
  return send(
    'POST',
    `${url}/v1/completions`,
    { ...headers, 'content-type': 'application/json' },
    JSON.stringify(body),
  );
}

/** The JSON of an answer with status 200; anything else throws, with the answer in the message. */
export function json(answer: Answer): any {
  if (answer.status !== 200) {
    throw new Error(`expected status 200, got ${answer.status}: ${answer.body}`);
  }
  return JSON.parse(answer.body);
}

function send(method: string, url: string, headers: Headers, body?: string): Promise<Answer> {
  return new Promise((resolve) => {
    const broken = (error: Error) => resolve({ status: 0, headers: {}, body: error.message });
    // A connection of its own for each request, so that no proxy can tie two of them to one pod.
    const sent = request(url, { method, headers, agent: false, timeout: DEADLINE_MS }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => (text += chunk));
      response.on('error', broken);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    sent.on('timeout', () => sent.destroy(new Error(`no answer within ${DEADLINE_MS / 1000} s`)));
    sent.on('error', broken);
    sent.end(body);
  });
}
