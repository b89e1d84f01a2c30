/*
 * The results of exercises as plain data: `--json` prints them, and the report shows them. Times are milliseconds.
 */

/** The names of the exercises, in the order of the guides. */
export const EXERCISE_NAMES = ['load-distribution', 'model-aliasing', 'fault-tolerance', 'observability'] as const;

/** The name of an exercise. */
export type ExerciseName = (typeof EXERCISE_NAMES)[number];

/** The results of exercises that ran on one pool, one after the other. */
export interface ExerciseRun {
  /** The command that repeats the run. */
  readonly command: string;
  /** Start of the run in ISO 8601. */
  readonly startedAt: string;
  readonly target: TargetSummary;
  readonly results: readonly ExerciseResult[];
}

/** The pool that was exercised, and the software that ran there. */
export interface TargetSummary {
  readonly context: string;
  readonly namespace: string;
  readonly pool: string;
  /** Where requests entered: `Gateway infra-sim-inference-gateway`, `Service gaie-sim-epp`, a URL. */
  readonly entry: string;
  /** The first model that `/v1/models` lists. */
  readonly model: string;
  /** Versions by the name of the software: Kubernetes, the endpoint picker, the model server, … */
  readonly versions: { readonly [name: string]: string };
}

/** The result of one exercise. */
export interface ExerciseResult {
  readonly exercise: ExerciseName;
  /** Whether all checks passed. */
  readonly passed: boolean;
  readonly milliseconds: number;
  readonly checks: readonly Check[];
  readonly rounds: readonly Round[];
}

/** One check of an exercise: what was expected and what was measured. */
export interface Check {
  /** What is checked: `every pod serves`. */
  readonly name: string;
  /** The threshold: `each of 3 pods answers at least 14 of 100 requests`. */
  readonly expected: string;
  /** The measured value: `36, 33 and 31`. */
  readonly measured: string;
  readonly passed: boolean;
  /** A possible reason for a failure. */
  readonly hint?: string;
}

/** One part of an exercise, with its own traffic and events. */
export interface Round {
  /** For example `distinct prompts` or `delete a pod`. */
  readonly name: string;
  readonly requests: readonly RequestRecord[];
  /** What was done to the cluster and what was observed there. */
  readonly events: readonly RoundEvent[];
  /** The number of pods that the endpoint picker could choose from, over time. */
  readonly readyEndpoints: readonly ReadyEndpoints[];
  /** The number of requests that each pod answered, as the pods count them. */
  readonly shares: { readonly [pod: string]: number };
}

/** A point in time. */
interface Moment {
  /** Milliseconds since the start of the round. */
  readonly at: number;
}

/** One request and its outcome. */
export interface RequestRecord extends Moment {
  /** Duration until the last byte, or until the connection broke. */
  readonly milliseconds: number;
  /** HTTP status; 0 without an answer. */
  readonly status: number;
  readonly isStream: boolean;
  /** Reason of a failure: `503`, `connection reset`, `stream cut`. Undefined for a complete answer. */
  readonly failure?: string;
  /** The beginning of a failed request's answer, in one line of up to 200 characters. */
  readonly failedWith?: string;
  /** The pod that answered, if the answer names it. */
  readonly pod?: string;
}

/** Something that was done to the cluster, or was observed there, during a round. */
export interface RoundEvent extends Moment {
  /** For example `deleted pod vllm-abc`. */
  readonly description: string;
}

/** The number of pods that the endpoint picker could choose from at one time. */
export interface ReadyEndpoints extends Moment {
  readonly count: number;
}
