import { Agent, type OutgoingHttpHeaders } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import type { RequestRecord } from '../results';
import { type Answer, complete, type CompletionRequest, get } from './request';

/** Sends requests to a way in, and remembers what became of each. */
export class Client {
  /** Connections are kept: a proxy chooses a pod for each request, and not for each connection. */
  private readonly agent: Agent;
  readonly url: string;

  constructor(
    /** Base URL of the way in; a slash at its end has no meaning. */
    url: string,
    /**
     * What the Host header says.
     * @default - the host of the URL
     */
    private readonly host?: string,
  ) {
    this.url = url.replace(/\/$/, '');
    this.agent = new (url.startsWith('https:') ? SecureAgent : Agent)({ keepAlive: true, maxSockets: Infinity });
  }

  get(path: string, headers: OutgoingHttpHeaders = {}): Promise<Answer> {
    return get({ url: this.url, agent: this.agent, host: this.host }, path, headers);
  }

  complete(wanted: CompletionRequest): Promise<Answer> {
    return complete({ url: this.url, agent: this.agent, host: this.host }, wanted);
  }

  close(): void {
    this.agent.destroy();
  }
}

/** The traffic of a round. */
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

  async send(wanted: CompletionRequest): Promise<Answer> {
    const at = this.now;
    const answer = await this.client.complete(wanted);
    const { milliseconds, status, failure, pod } = answer;
    this.records.push({ at, milliseconds, status, isStream: wanted.stream === true, failure, pod });
    this.onAnswer();
    return answer;
  }

  /** Sends all, `width` at once. */
  async sendAll(wanted: readonly CompletionRequest[], width: number, signal?: AbortSignal): Promise<void> {
    const queue = wanted.values();
    const worker = async () => {
      for (const next of queue) {
        signal?.throwIfAborted();
        await this.send(next);
      }
    };
    await Promise.all(Array.from({ length: Math.min(width, wanted.length) }, worker));
  }

  /**
   * Sends at an even pace, whether or not the ones before have been answered, until `until` is settled, and fails if
   * that does.
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
    // Whoever interrupts does not wait for answers.
    await until;
    await Promise.all(sent);
  }
}
