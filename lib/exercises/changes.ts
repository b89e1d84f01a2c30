import { LlmdError } from '../errors';

/** Something that was changed for an exercise. */
export interface Change {
  /** The command that undoes it, for those who must do it by hand. */
  readonly undoWith: string;
  readonly undo: () => Promise<void>;
}

/** What must be undone when exercises end. */
export class Changes {
  private readonly made: Change[] = [];

  add(change: Change): void {
    this.made.push(change);
  }

  /** Undoes all, the newest first; what cannot be undone does not keep the rest from it. */
  async undo(): Promise<void> {
    const failed: { readonly undoWith: string; readonly reason: string }[] = [];
    for (const { undo, undoWith } of this.made.splice(0).reverse()) {
      try {
        await undo();
      } catch (error) {
        failed.push({ undoWith, reason: LlmdError.isLlmdError(error) ? error.problem.got : String(error) });
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

/** Works, and closes on every way out. When both fail both reasons are told. */
export async function closing<Result>(
  resource: { close(): Promise<void> },
  work: () => Promise<Result>,
): Promise<Result> {
  let result: Result;
  try {
    result = await work();
  } catch (error) {
    try {
      await resource.close();
    } catch (another) {
      throw new AggregateError([error, another]);
    }
    throw error;
  }
  await resource.close();
  return result;
}
