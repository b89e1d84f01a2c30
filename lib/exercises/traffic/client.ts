import { Agent, type OutgoingHttpHeaders } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import { firstLine } from '../../text/first-line';
import type { RequestRecord } from '../results';
import { type Answer, complete, type CompletionRequest, get } from './request';

/** An HTTP client for the entry of a pool. */
export class Client {
  /** Keeps connections open: a proxy chooses a pod for each request, not for each connection. */
  private readonly agent: Agent;
  readonly url: string;

  constructor(
    /** Base URL of the entry. A slash at its end is ignored. */
    url: string,
    /**
     * The Host header.
     * @default - the host of the URL
     */
    private readonly host?: string,
  ) {
    this.url = url.replace(/\/$/, '');
    this.agent = new (url.startsWith('https:') ? SecureAgent : Agent)({ keepAlive: true, maxSockets: Infinity });
  }

  /** Sends a GET request. */
  get(path: string, headers: OutgoingHttpHeaders = {}): Promise<Answer> {
    return get({ url: this.url, agent: this.agent, host: this.host }, path, headers);
  }

  /** Asks for a completion. */
  complete(completion: CompletionRequest): Promise<Answer> {
    return complete({ url: this.url, agent: this.agent, host: this.host }, completion);
  }

  /** Closes all connections. */
  close(): void {
    this.agent.destroy();
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
