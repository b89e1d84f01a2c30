import type { Cluster } from '../cluster/cluster';
import type { Progress } from '../options';
import type { Check, ExerciseName, ExerciseResult } from '../results';
import type { Commands } from './commands';
import type { KubernetesObject } from './objects';

/** What a check works with. */
export interface CheckContext {
  readonly cluster: Cluster;
  /** Of the guide's folder. */
  readonly objects: readonly KubernetesObject[];
  readonly commands: Commands;
  /** Seconds to wait for pods at the most. */
  readonly timeout: number;
  readonly signal?: AbortSignal;
  /** Says what does the same by hand. */
  readonly tell: (command: string) => void;
  readonly onProgress: (exercise: ExerciseName, progress: Progress) => void;
}

/** What was checked. */
export interface Checked {
  readonly checks: readonly Check[];
  readonly exercise?: ExerciseResult;
}

export type Checking = (context: CheckContext) => Promise<Checked>;

/** The text that the guides let the model complete. */
const PROMPT = 'San Francisco is known for';
const TOKENS = 50;

/** What the guides ask a model, as the body of a request. */
export function completionBody(model: string) {
  return { model, prompt: PROMPT, max_tokens: TOKENS };
}

/** The same, for a client. */
export function completionOf(model: string) {
  return { model, prompt: PROMPT, maxTokens: TOKENS };
}

/** A request that must be answered by 200. */
export function answeredBy200(what: string, { status, failure }: { status: number; failure?: string }): Check {
  const measured = status === 0 ? (failure ?? 'no answer') : `status ${status}`;
  return { what, wanted: 'status 200', measured, passed: status === 200 && failure === undefined };
}
