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

/** What is waited for and read of an answer at most. */
export interface Limits {
  /** Milliseconds without a byte. */
  readonly silence: number;
  /** Milliseconds until its last byte. */
  readonly deadline: number;
  readonly bytes: number;
}

/** Exercises ask for a few hundred tokens, which a model server without an accelerator may need minutes for. */
const COMPLETION: Limits = { silence: 60_000, deadline: 300_000, bytes: 2 ** 20 };

/** Metrics and lists of models, which are at hand. */
const PAGE: Limits = { silence: 30_000, deadline: 30_000, bytes: 16 * 2 ** 20 };

/** The destination of requests. */
export interface Destination {
  /** Base URL. */
  readonly url: string;
  readonly agent: Agent;
  /** The Host header; undefined for the host of the URL. */
  readonly host?: string;
  /** Undefined for those of the kind of request. */
  readonly limits?: Limits;
}

/** Asks for a completion once. It is never sent again, since a failed request is a result of the exercise. */
export function complete(to: Destination, completion: CompletionRequest): Promise<Answer> {
  const { model, prompt, maxTokens: max_tokens, stream = false } = completion;
  const body = JSON.stringify({ model, prompt, max_tokens, stream, temperature: 0 });
  const headers = { 'content-type': 'application/json' };
  return exchange({ limits: COMPLETION, ...to }, { method: 'POST', path: '/v1/completions', headers, body, stream });
}

/** Sends a GET request once. */
export function get(to: Destination, path: string, headers: OutgoingHttpHeaders): Promise<Answer> {
  return exchange({ limits: PAGE, ...to }, { method: 'GET', path, headers });
}

interface Exchange {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body?: string;
  readonly stream?: boolean;
}

function exchange(
  { url, agent, host, limits }: Destination & { readonly limits: Limits },
  { method, path, headers: more, body, stream = false }: Exchange,
): Promise<Answer> {
  const start = performance.now();
  const request = url.startsWith('https:') ? secureRequest : plainRequest;
  return new Promise((resolve) => {
    const headers = host === undefined ? more : { ...more, host };
    const signal = AbortSignal.timeout(limits.deadline);
    const options = { method, agent, timeout: limits.silence, headers, signal };
    const reasonOf = (error: NodeJS.ErrnoException) =>
      signal.aborted ? `no end within ${limits.deadline / 1000} s` : (REASONS[error.code ?? ''] ?? error.message);
    let [status, text, pod]: [number, string, string | undefined] = [0, '', undefined];
    const end = (failure?: string) =>
      resolve({ status, body: text, milliseconds: performance.now() - start, pod, failure });
    const fail = (error: Error) =>
      end(status === 0 ? reasonOf(error) : `${reasonOf(error)} in the middle of the answer`);
    const sent: ClientRequest = request(`${url}${path}`, options, (response) => {
      status = response.statusCode ?? 0;
      pod = podOf(response);
      readAnswer(response, limits.bytes, (piece) => (text += piece)).then(
        () => end(failureOf(status, text, stream)),
        fail,
      );
    });
    sent.on('timeout', () => sent.destroy(new Error(`no byte for ${limits.silence / 1000} s`)));
    sent.on('error', fail);
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
};
