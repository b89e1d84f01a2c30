import { Agent, type OutgoingHttpHeaders } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import { firstLine } from '../../text/first-line';
import type { RequestRecord } from '../results';
import { type Answer, complete, type CompletionRequest, type Destination, get, type Limits } from './request';

/** Options of a client. */
export interface ClientOptions {
  /**
   * The Host header.
   * @default - the host of the URL
   */
  readonly host?: string;
  /**
   * Breaks all requests off and lets no new ones begin: their answers are failures.
   * @default - none
   */
  readonly signal?: AbortSignal;
  /**
   * What is waited for and read of an answer at most.
   * @default - for completions 300 s and 1 MiB, else 30 s and 16 MiB
   */
  readonly limits?: Limits;
}

/** The answer to a request that was not sent because the work was ended early. */
const NOT_SENT: Answer = { status: 0, body: '', milliseconds: 0, failure: 'ended early' };

/** An HTTP client for the entry of a pool. */
export class Client {
  /** Keeps connections open: a proxy chooses a pod for each request, not for each connection. */
  private readonly agent: Agent;
  readonly url: string;

  constructor(
    /** Base URL of the entry. A slash at its end is ignored. */
    url: string,
    private readonly options: ClientOptions = {},
  ) {
    this.url = url.replace(/\/$/, '');
    this.agent = new (url.startsWith('https:') ? SecureAgent : Agent)({ keepAlive: true, maxSockets: Infinity });
    options.signal?.addEventListener('abort', this.close, { once: true });
  }

  /** Sends a GET request. */
  get(path: string, headers: OutgoingHttpHeaders = {}): Promise<Answer> {
    return this.isEnded ? Promise.resolve(NOT_SENT) : get(this.destination, path, headers);
  }

  /** Asks for a completion. */
  complete(completion: CompletionRequest): Promise<Answer> {
    return this.isEnded ? Promise.resolve(NOT_SENT) : complete(this.destination, completion);
  }

  /** Closes all connections. */
  readonly close = (): void => {
    this.options.signal?.removeEventListener('abort', this.close);
    this.agent.destroy();
  };

  private get isEnded(): boolean {
    return this.options.signal?.aborted === true;
  }

  private get destination(): Destination {
    const { host, limits } = this.options;
    return { url: this.url, agent: this.agent, host, ...(limits && { limits }) };
  }
}

/** The requests of a round, with a record of each. */
export class Traffic {
  readonly records: RequestRecord[] = [];
  private readonly start = performance.now();

  constructor(
    private readonly client: Client,
    private readonly onAnswer: () => void = () => undefined,
  ) {}

  /** Milliseconds since the start of the round. */
  get now(): number {
    return performance.now() - this.start;
  }

  /** Sends one request and records its outcome. */
  async send(completion: CompletionRequest): Promise<Answer> {
    const at = this.now;
    const answer = await this.client.complete(completion);
    const { milliseconds, status, failure, pod, body } = answer;
    const failedWith = failure === undefined ? undefined : firstLine(body) || undefined;
    this.records.push({ at, milliseconds, status, isStream: completion.stream === true, failure, failedWith, pod });
    this.onAnswer();
    return answer;
  }

  /** Sends all requests, with `width` of them in flight. */
  async sendAll(completions: readonly CompletionRequest[], width: number, signal?: AbortSignal): Promise<void> {
    const queue = completions.values();
    const worker = async () => {
      for (const next of queue) {
        signal?.throwIfAborted();
        await this.send(next);
      }
      signal?.throwIfAborted();
    };
    await Promise.all(Array.from({ length: Math.min(width, completions.length) }, worker));
  }

  /**
   * Sends requests at an even pace, whether or not earlier ones have been answered, until the promise `until` settles.
   * Fails if that promise does.
   */
  async sendSteadily(
    perSecond: number,
    next: (number: number) => CompletionRequest,
    until: Promise<unknown>,
  ): Promise<void> {
    const sent: Promise<Answer>[] = [];
    const begin = performance.now();
    let isOver = false;
    const over = until.then(
      () => (isOver = true),
      () => (isOver = true),
    );
    while (!isOver) {
      sent.push(this.send(next(sent.length)));
      const pause = begin + (sent.length * 1000) / perSecond - performance.now();
      await Promise.race([new Promise((resolve) => setTimeout(resolve, Math.max(0, pause))), over]);
    }
    // If `until` failed, the answers that are still missing do not matter.
    await until;
    await Promise.all(sent);
  }
}
