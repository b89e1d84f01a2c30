import type { Progress } from '../options';
import type { Check, ExerciseName, ExerciseResult } from '../results';
import type { ApplyAction } from './apply';

/*
 * The results of guides as plain data: `--json` prints them. Times are milliseconds.
 */

/** The result of one guide. */
export interface GuideResult {
  /** Number of the guide. */
  readonly guide: number;
  /** Name of its folder: `3-load-distribution`. */
  readonly name: string;
  readonly context: string;
  /** Whether all checks passed. */
  readonly passed: boolean;
  readonly milliseconds: number;
  readonly objects: readonly GuideObject[];
  readonly checks: readonly Check[];
  /** The exercise that was the check of the guide; undefined for the first two guides. */
  readonly exercise?: ExerciseResult;
  /** The commands that do the same by hand. */
  readonly commands: readonly string[];
}

/** An object that a guide applied. */
export interface GuideObject {
  /** For example `Deployment default/vllm`. */
  readonly title: string;
  readonly action: ApplyAction;
  /** Duration until it was ready, since its folder was applied; undefined for kinds that are ready at once. */
  readonly readyMilliseconds?: number;
}

/** Called while a guide runs. */
export interface GuideListener {
  /** Called with the reason why the platform is applied, or why a definition stays. */
  onNote?(note: string): void;
  /** Called with each command that does the same by hand. */
  onCommand?(command: string): void;
  /** Called while an object is not ready yet. */
  onWait?(title: string, state: string, seconds: number): void;
  /** Called when an object is applied and ready. */
  onObject?(object: GuideObject): void;
  /** Called with the progress of the exercise that is the check of the guide. */
  onProgress?(exercise: ExerciseName, progress: Progress): void;
}
