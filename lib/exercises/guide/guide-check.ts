import type { Cluster } from '../cluster/cluster';
import type { Progress } from '../options';
import type { Check, ExerciseName, ExerciseResult } from '../results';
import type { Commands } from './commands';
import type { KubernetesObject } from './objects';

/** What the check of a guide works with. */
export interface CheckContext {
  readonly cluster: Cluster;
  /** The objects in the folder of the guide. */
  readonly objects: readonly KubernetesObject[];
  readonly commands: Commands;
  /** Seconds to wait for pods at most. */
  readonly timeout: number;
  readonly signal?: AbortSignal;
  /** Called before each change of an exercise, and after each undo, with the commands that undo everything. */
  readonly onChange?: (commands: readonly string[]) => void;
  /** Called with each command that does the same by hand. */
  readonly onCommand: (command: string) => void;
  readonly onProgress: (exercise: ExerciseName, progress: Progress) => void;
}

/** The result of the check of a guide. */
export interface GuideCheckResult {
  readonly checks: readonly Check[];
  /** The result of the exercise that was the check; undefined for the first two guides. */
  readonly exercise?: ExerciseResult;
}

/** A function that checks whether a guide does what its page says. */
export type GuideCheck = (context: CheckContext) => Promise<GuideCheckResult>;

/** The prompt of the guides. */
const PROMPT = 'San Francisco is known for';
const TOKENS = 50;

/** The completion of the guides, as the body of a request. */
export function completionBody(model: string) {
  return { model, prompt: PROMPT, max_tokens: TOKENS };
}

/** The completion of the guides, for a client. */
export function completionOf(model: string) {
  return { model, prompt: PROMPT, maxTokens: TOKENS };
}

/** The check that an answer has status 200 and is complete. */
export function answeredBy200(name: string, { status, failure }: { status: number; failure?: string }): Check {
  const measured = status === 0 ? (failure ?? 'no answer') : `status ${status}`;
  return { name, expected: 'status 200', measured, passed: status === 200 && failure === undefined };
}
