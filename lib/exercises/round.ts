import type { ExerciseOptions } from './options';
import type { Event, ReadyEndpoints, Round } from './results';
import type { Session } from './session';
import { Traffic } from './traffic/client';
import { pause } from './wait';

/** Milliseconds between two looks at the picker. */
const WATCH_PAUSE = 500;
/** A pod counts a request after it has answered it: how often to look again, and for how long to wait in between. */
const COUNT_LOOKS = 20;
const COUNT_PAUSE = 250;

/** Writes down what happens in a part of an exercise. */
export class Recorder {
  readonly traffic: Traffic;
  private readonly events: Event[] = [];
  private readonly readyEndpoints: ReadyEndpoints[] = [];
  private shares: { [pod: string]: number } = {};

  constructor(
    private readonly session: Session,
    readonly name: string,
    private readonly onProgress?: ExerciseOptions['onProgress'],
  ) {
    this.traffic = new Traffic(session.client, () => this.tell());
  }

  /** Notes that something was done, or seen, now. */
  event(what: string): void {
    this.events.push({ at: this.traffic.now, what });
    this.tell(what);
  }

  /** Does some work and counts which pods answered requests meanwhile. */
  async countShares(work: () => Promise<void>): Promise<void> {
    const before = await this.session.answered();
    await work();
    const answered = this.traffic.records.filter(({ status }) => status === 200).length;
    for (let look = 0; look < COUNT_LOOKS; look++) {
      const now = await this.session.answered();
      this.shares = Object.fromEntries([...now].map(([pod, count]) => [pod, count - (before.get(pod) ?? 0)]));
      if (Object.values(this.shares).reduce((sum, count) => sum + count, 0) >= answered) return;
      await pause(COUNT_PAUSE, this.session.signal);
    }
  }

  /** Watches the picker's count of ready pods while some work is done. */
  async watch<Result>(work: () => Promise<Result>): Promise<Result> {
    let isOver = false;
    const look = async () => {
      while (!isOver) {
        const at = this.traffic.now;
        const count = await this.session.readyEndpoints();
        if (count !== undefined) this.readyEndpoints.push({ at, count });
        await pause(WATCH_PAUSE);
      }
    };
    const watching = look().catch((error: unknown) => this.session.fail(error as Error));
    try {
      return await work();
    } finally {
      isOver = true;
      await watching;
    }
  }

  private tell(event?: string): void {
    this.onProgress?.({ round: this.name, answered: this.traffic.records.length, event });
  }

  round(): Round {
    const { name, events, readyEndpoints, shares } = this;
    const requests = this.traffic.records.toSorted((one, other) => one.at - other.at);
    return { name, requests, events, readyEndpoints, shares };
  }
}
