import type { ExerciseOptions } from './options';
import type { ReadyEndpoints, Round, RoundEvent } from './results';
import type { Session } from './session';
import { Traffic } from './traffic/client';
import { pause } from './wait';

/** Milliseconds between two reads of the picker's count of pods. */
const WATCH_PAUSE = 500;
/** A pod counts a request after its answer: how often to read the counters again, and milliseconds in between. */
const COUNT_READS = 20;
const COUNT_PAUSE = 250;

/** Records the requests, events and counters of one round. */
export class Recorder {
  readonly traffic: Traffic;
  private readonly events: RoundEvent[] = [];
  private readonly readyEndpoints: ReadyEndpoints[] = [];
  private shares: { [pod: string]: number } = {};

  constructor(
    private readonly session: Session,
    readonly name: string,
    private readonly onProgress?: ExerciseOptions['onProgress'],
  ) {
    this.traffic = new Traffic(session.client, () => this.reportProgress());
  }

  /** Records an event that happens now. */
  addEvent(description: string): void {
    this.events.push({ at: this.traffic.now, description });
    this.reportProgress(description);
  }

  /** Does some work and counts how many requests each pod answered meanwhile. */
  async countAnswers(work: () => Promise<void>): Promise<void> {
    const before = await this.session.answersByPod();
    await work();
    const answered = this.traffic.records.filter(({ status }) => status === 200).length;
    for (let read = 0; read < COUNT_READS; read++) {
      const now = await this.session.answersByPod();
      this.shares = Object.fromEntries([...now].map(([pod, count]) => [pod, count - (before.get(pod) ?? 0)]));
      if (Object.values(this.shares).reduce((sum, count) => sum + count, 0) >= answered) return;
      await pause(COUNT_PAUSE, this.session.signal);
    }
  }

  /** Does some work and records the picker's count of ready pods meanwhile. */
  async watchEndpoints<Result>(work: () => Promise<Result>): Promise<Result> {
    let isOver = false;
    const watch = async () => {
      while (!isOver) {
        const at = this.traffic.now;
        const count = await this.session.readyEndpoints();
        if (count !== undefined) this.readyEndpoints.push({ at, count });
        await pause(WATCH_PAUSE, this.session.signal);
      }
    };
    const watching = watch().catch((error: unknown) => this.session.fail(error as Error));
    try {
      return await work();
    } finally {
      isOver = true;
      await watching;
    }
  }

  private reportProgress(event?: string): void {
    this.onProgress?.({ round: this.name, answered: this.traffic.records.length, event });
  }

  /** The round as recorded so far. */
  round(): Round {
    const { name, events, readyEndpoints, shares } = this;
    const requests = this.traffic.records.toSorted((one, other) => one.at - other.at);
    return { name, requests, events, readyEndpoints, shares };
  }
}
