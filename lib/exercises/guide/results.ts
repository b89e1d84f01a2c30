import type { Progress } from '../options';
import type { Check, ExerciseName, ExerciseResult } from '../results';
import type { Action } from './apply';

/*
 * What a guide did, as plain data: `--json` prints it. Times are milliseconds.
 */

export interface GuideResult {
  readonly guide: number;
  /** `3-load-distribution`. */
  readonly name: string;
  readonly context: string;
  /** Whether all checks held. */
  readonly passed: boolean;
  readonly milliseconds: number;
  readonly objects: readonly GuideObject[];
  readonly checks: readonly Check[];
  /** Where the check of the guide is an exercise. */
  readonly exercise?: ExerciseResult;
  /** What does the same by hand. */
  readonly commands: readonly string[];
}

export interface GuideObject {
  /** `Deployment default/vllm`. */
  readonly title: string;
  readonly action: Action;
  /** Since its folder was applied; undefined for what is ready as soon as it is there. */
  readonly readyMilliseconds?: number;
}

/** Is told what happens, when it happens. */
export interface GuideListener {
  onNote?(note: string): void;
  onCommand?(command: string): void;
  /** An object is not ready yet. */
  onWait?(title: string, state: string, seconds: number): void;
  onObject?(object: GuideObject): void;
  onProgress?(exercise: ExerciseName, progress: Progress): void;
}
