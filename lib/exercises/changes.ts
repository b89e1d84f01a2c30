import { LlmdError } from '../errors';

/** A change of the cluster that an exercise made. */
export interface Change {
  /** The command that undoes it, for a user who must do so by hand. */
  readonly undoWith: string;
  readonly undo: () => Promise<void>;
}

/** The changes that must be undone when exercises end. */
export class Changes {
  private readonly made: Change[] = [];

  add(change: Change): void {
    this.made.push(change);
  }

  /** Undoes all changes, the newest first. One that cannot be undone does not keep the others from it. */
  async undo(): Promise<void> {
    const failed: { readonly undoWith: string; readonly reason: string }[] = [];
    for (const { undo, undoWith } of this.made.splice(0).reverse()) {
      try {
        await undo();
      } catch (error) {
        failed.push({ undoWith, reason: LlmdError.isLlmdError(error) ? error.details.got : String(error) });
      }
    }
    if (failed.length === 0) return;
    throw new LlmdError('cluster', {
      code: 'LLMD-EXERCISE-UNDO',
      got: failed[0].reason,
      expected: 'a cluster on which everything can be set back to what it was',
      remedy: `run, when it answers again: ${failed.map(({ undoWith }) => `\`${undoWith}\``).join(', ')}`,
    });
  }
}
