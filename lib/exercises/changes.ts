import { LlmdError } from '../errors';
import { ApiError } from './cluster/api-error';
import { ClusterUnreachable } from './cluster/api-request';
import { pause } from './wait';

/** A change of the cluster that an exercise makes. */
export interface Change {
  /** The command that undoes it, for a user who must do so by hand. */
  readonly undoWith: string;
  readonly undo: () => Promise<unknown>;
}

/** Milliseconds between two attempts to undo a change. */
const PAUSE = 1000;

/** The changes that must be undone when exercises end. */
export class Changes {
  /** Seconds for which the undo is tried again while the API server does not answer. */
  static retrySeconds = 60;

  private readonly made: Change[] = [];

  /** @param onChange called with the commands that undo everything: before each change, and after each undo */
  constructor(private readonly onChange: (commands: readonly string[]) => void = () => undefined) {}

  /** Makes a change. What the API server refuses to do need not be undone. */
  async make(change: Change, work: () => Promise<unknown>): Promise<void> {
    this.add(change);
    try {
      await work();
    } catch (error) {
      if (error instanceof ApiError && !mayPass(error)) this.remove(change);
      throw error;
    }
  }

  /** Makes known how a change is undone that follows. */
  add(change: Change): void {
    this.made.push(change);
    this.tell();
  }

  /** Leaves a change as it is. */
  remove(change: Change): void {
    const at = this.made.indexOf(change);
    if (at !== -1) this.made.splice(at, 1);
    this.tell();
  }

  /** Undoes all changes, the newest first. One that cannot be undone does not keep the others from it. */
  async undo(): Promise<void> {
    const until = performance.now() + Changes.retrySeconds * 1000;
    const failed: { readonly undoWith: string; readonly reason: string }[] = [];
    for (const change of [...this.made].reverse()) {
      try {
        await undone(change, until);
        this.remove(change);
      } catch (error) {
        const reason = LlmdError.isLlmdError(error) ? error.details.got : String(error);
        failed.push({ undoWith: change.undoWith, reason });
      }
    }
    this.made.length = 0;
    if (failed.length === 0) return;
    throw new LlmdError('cluster', {
      code: 'LLMD-EXERCISE-UNDO',
      got: failed[0].reason,
      expected: 'a cluster on which everything can be set back to what it was',
      remedy: `run, when it answers again: ${failed.map(({ undoWith }) => `\`${undoWith}\``).join(', ')}`,
    });
  }

  private tell(): void {
    this.onChange(this.made.map(({ undoWith }) => undoWith).reverse());
  }
}

/** @param until when it is no longer tried again, as `performance.now()` counts */
async function undone({ undo }: Change, until: number): Promise<void> {
  for (;;) {
    try {
      await undo();
      return;
    } catch (error) {
      const { status, retryAfterSeconds = 0 }: Partial<ApiError> = error instanceof ApiError ? error : {};
      if (status === 404) return;
      const wait = Math.max(PAUSE, retryAfterSeconds * 1000);
      if (!mayPass(error) || performance.now() + wait > until) throw error;
      await pause(wait);
    }
  }
}

/** Whether the same request may succeed later: the API server is overloaded, starts, or cannot be reached. */
function mayPass(error: unknown): boolean {
  if (error instanceof ApiError) return error.status === 429 || error.status >= 500;
  return error instanceof ClusterUnreachable;
}
