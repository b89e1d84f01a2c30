import {
  type Agent,
  type ClientRequest,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request as plainRequest,
} from 'node:http';
import { request as secureRequest } from 'node:https';
import { readAnswer } from '../read-answer';

/** A request for a completion. */
export interface CompletionRequest {
  readonly model: string;
  readonly prompt: string;
  /** Largest number of tokens of the answer. */
  readonly maxTokens: number;
  /**
   * Whether the answer comes as a stream.
   * @default false
   */
  readonly stream?: boolean;
}

/** The answer to a request, or the reason why there is none. */
export interface Answer {
  /** HTTP status; 0 without an answer. */
  readonly status: number;
  readonly body: string;
  /** Milliseconds until the last byte, or until the connection broke. */
  readonly milliseconds: number;
  /** Reason of a failure; undefined for a complete answer. */
  readonly failure?: string;
  /** The pod that answered, if the answer names it. */
  readonly pod?: string;
}

/** The header in which llm-d-inference-sim names its pod. */
const POD_HEADER = 'x-inference-pod';

/** Milliseconds without a byte after which a request has failed. */
const SILENCE = 60_000;

/** Milliseconds after which an answer that still goes on has failed. */
const DEADLINE = 300_000;

/** Bytes of an answer that are read: exercises ask for a few hundred tokens, and metrics are read here as well. */
const LARGEST = { POST: 2 ** 20, GET: 16 * 2 ** 20 };

/** The destination of requests. */
export interface Destination {
  /** Base URL. */
  readonly url: string;
  readonly agent: Agent;
  /** The Host header; undefined for the host of the URL. */
  readonly host?: string;
}

/** Asks for a completion once. It is never sent again, since a failed request is a result of the exercise. */
export function complete(to: Destination, completion: CompletionRequest): Promise<Answer> {
  const { model, prompt, maxTokens: max_tokens, stream = false } = completion;
  const body = JSON.stringify({ model, prompt, max_tokens, stream, temperature: 0 });
  return exchange(to, 'POST', '/v1/completions', { 'content-type': 'application/json' }, body, stream);
}

/** Sends a GET request once. */
export function get(to: Destination, path: string, headers: OutgoingHttpHeaders): Promise<Answer> {
  return exchange(to, 'GET', path, headers);
}

function exchange(
  { url, agent, host }: Destination,
  method: keyof typeof LARGEST,
  path: string,
  more: OutgoingHttpHeaders,
  body?: string,
  stream = false,
): Promise<Answer> {
  const start = performance.now();
  const request = url.startsWith('https:') ? secureRequest : plainRequest;
  return new Promise((resolve) => {
    const end = (status: number, text: string, pod: string | undefined, failure: string | undefined) =>
      resolve({ status, body: text, milliseconds: performance.now() - start, pod, failure });
    const headers = host === undefined ? more : { ...more, host };
    const signal = AbortSignal.timeout(DEADLINE);
    const options = { method, agent, timeout: SILENCE, headers, signal };
    const sent: ClientRequest = request(`${url}${path}`, options, (response) => {
      const { statusCode: status = 0 } = response;
      const pod = podOf(response);
      let text = '';
      readAnswer(response, LARGEST[method], (piece) => (text += piece)).then(
        () => end(status, text, pod, failureOf(status, text, stream)),
        (error: Error) => end(status, text, pod, failureWhile(error, 'answer')),
      );
    });
    sent.on('timeout', () => sent.destroy(Object.assign(new Error('silence'), { code: 'SILENCE' })));
    sent.on('error', (error) => end(0, '', undefined, failureWhile(error, 'request')));
    sent.end(body);
  });
}

function podOf({ headers }: IncomingMessage): string | undefined {
  const pod = headers[POD_HEADER];
  return typeof pod === 'string' ? pod : undefined;
}

function failureOf(status: number, text: string, stream: boolean): string | undefined {
  if (status !== 200) return String(status);
  if (!stream) return undefined;
  if (/^data: *\{"error"/m.test(text)) return 'error in the stream';
  return /^data: *\[DONE\]\s*$/m.test(text) ? undefined : 'stream without an end';
}

const REASONS: { readonly [code: string]: string } = {
  ECONNRESET: 'connection reset',
  ECONNREFUSED: 'connection refused',
  EPIPE: 'connection reset',
  ABORT_ERR: `no end within ${DEADLINE / 1000} s`,
  SILENCE: `no byte for ${SILENCE / 1000} s`,
};

function failureWhile(error: NodeJS.ErrnoException, what: 'request' | 'answer'): string {
  const reason = REASONS[error.code ?? ''] ?? error.message;
  return what === 'answer' ? `${reason} in the middle of the answer` : reason;
}
