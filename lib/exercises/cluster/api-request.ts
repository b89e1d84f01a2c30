import { request as plainRequest } from 'node:http';
import { request as secureRequest, type RequestOptions } from 'node:https';
import { LlmdError } from '../../errors';
import { firstLine } from '../../text/first-line';
import { readAnswer } from '../read-answer';
import { missingField } from './answer-fields';
import { ApiError } from './api-error';

/** What is waited for and read of an answer at most. */
export interface Limits {
  /** Milliseconds until its last byte. */
  readonly deadline: number;
  readonly bytes: number;
}

/** Lists of some thousand pods fit into it. */
const LIMITS: Limits = { deadline: 30_000, bytes: 16 * 2 ** 20 };

/** What an API server is asked. */
export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
  /** Ends the request early. */
  readonly signal?: AbortSignal;
  /**
   * Whether a success is known by its status, so that its text is not read.
   * @default false
   */
  readonly statusOnly?: boolean;
}

/** There is no whole answer of an API server. */
export class ClusterUnreachable extends LlmdError {
  constructor(
    where: string,
    server: URL,
    got: string,
    /** Whether the connection broke, after which another one may hold. */
    readonly isReset: boolean,
  ) {
    const remedy = 'start the cluster, or name another context with --context';
    super(where, { code: 'LLMD-CLUSTER', got, expected: `an API server at ${server.origin}`, remedy });
  }
}

/**
 * Sends one request to an API server and returns the text of its answer.
 *
 * @param context name in errors
 * @param options TLS and headers
 * @throws ApiError for a refusal, `ClusterUnreachable` where no whole answer comes
 */
export async function ask(
  context: string,
  server: URL,
  options: RequestOptions,
  { method, signal, ...request }: ApiRequest,
  limits = LIMITS,
): Promise<string> {
  const limit = AbortSignal.timeout(limits.deadline);
  const signals = AbortSignal.any(signal === undefined ? [limit] : [limit, signal]);
  try {
    return await answerOf(context, server, { ...options, method, signal: signals }, { ...request, limits });
  } catch (error) {
    signal?.throwIfAborted();
    if (LlmdError.isLlmdError(error)) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    const got = limit.aborted ? `no whole answer within ${limits.deadline / 1000} s` : message || code || 'no answer';
    throw new ClusterUnreachable(
      context,
      server,
      `${got} for ${method} ${request.path}`,
      ['ECONNRESET', 'EPIPE'].includes(code!),
    );
  }
}

function answerOf(
  context: string,
  { protocol, hostname, port, pathname }: URL,
  options: RequestOptions,
  { path, body, statusOnly = false, limits }: Omit<ApiRequest, 'method' | 'signal'> & { readonly limits: Limits },
): Promise<string> {
  // The address of an IPv6 server stands in brackets in a URL, but not in a connection.
  const host = hostname.replace(/^\[|\]$/g, '');
  const send = protocol === 'http:' ? plainRequest : secureRequest;
  const what = `${options.method} ${path}`;
  return new Promise((resolve, reject) => {
    const target = { host, port, path: `${pathname.replace(/\/$/, '')}${path}` };
    const sent = send({ ...options, ...target }, (response) => {
      const { statusCode = 0, headers } = response;
      if (statusOnly && statusCode >= 200 && statusCode < 300) {
        resolve('');
        return void response.on('error', () => undefined).destroy();
      }
      let text = '';
      readAnswer(response, limits.bytes, (piece) => (text += piece)).then(() => {
        if (statusCode >= 400) return reject(new ApiError(context, what, statusCode, text, headers['retry-after']));
        if (statusCode < 300) return resolve(text);
        reject(noAnswer(context, what, `${statusCode}, a redirect to ${firstLine(headers.location ?? 'nowhere')}`));
      }, reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/**
 * The value of a text that an API server wrote. As in Go, a field that is null is one that is missing.
 *
 * @param fields paths of the fields that it must have; see `missingField`
 */
export function parsedAnswer(context: string, what: string, text: string, fields: readonly string[] = []): any {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw noAnswer(context, what, text === '' ? 'an empty answer' : firstLine(text));
  }
  return checkedAnswer(context, what, value, fields);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text, function (this: unknown, _, value: unknown) {
      return value === null && !Array.isArray(this) ? undefined : value;
    });
  } catch {
    return undefined;
  }
}

function checkedAnswer(context: string, what: string, value: unknown, fields: readonly string[]): any {
  const missing = missingField(value, fields);
  if (missing !== undefined)
    throw noAnswer(context, what, `no proper ${missing} in ${firstLine(JSON.stringify(value))}`);
  return value;
}

/** The items of a list that an API server wrote, which have at least these fields. Go writes an empty list as null. */
export function itemsOf(context: string, what: string, list: any, fields: readonly string[] = []): any[] {
  const { items } = checkedAnswer(context, what, list, ['items?[].metadata.name']);
  return (items ?? []).map((item: unknown) => checkedAnswer(context, what, item, fields));
}

function noAnswer(context: string, what: string, got: string): LlmdError {
  return new LlmdError(context, {
    code: 'LLMD-CLUSTER-ANSWER',
    got: `${got} for ${what}`,
    expected: 'what an API server of Kubernetes answers',
    remedy: 'see whether the address in the kubeconfig is that of an API server, and what stands in front of it',
  });
}
