/*
 * What exercises find, as plain data: `--json` prints it, and the report draws it. Times are milliseconds.
 */

/** The exercises, in the order of the guides. */
export const EXERCISES = ['load-distribution', 'model-aliasing', 'fault-tolerance', 'observability'] as const;

export type ExerciseName = (typeof EXERCISES)[number];

/** Exercises that ran against one pool, one after the other. */
export interface ExerciseRun {
  /** The command that does the same again. */
  readonly command: string;
  /** When it began, as ISO 8601 says it. */
  readonly startedAt: string;
  readonly target: TargetSummary;
  readonly results: readonly ExerciseResult[];
}

/** What was exercised. */
export interface TargetSummary {
  readonly context: string;
  readonly namespace: string;
  readonly pool: string;
  /** How requests came in: `Gateway infra-sim-inference-gateway`, `Service gaie-sim-epp`, a URL. */
  readonly entry: string;
  /** The name that `/v1/models` gives. */
  readonly model: string;
  /** Of Kubernetes, the endpoint picker, the model servers, …: by name. */
  readonly versions: { readonly [name: string]: string };
}

/** What one exercise found. */
export interface ExerciseResult {
  readonly exercise: ExerciseName;
  /** Whether all checks held. */
  readonly passed: boolean;
  readonly milliseconds: number;
  readonly checks: readonly Check[];
  readonly rounds: readonly Round[];
}

/** One demand, and what came. */
export interface Check {
  /** What must hold: `every pod serves`. */
  readonly what: string;
  /** The threshold: `each of 3 pods answers at least 14 of 100 requests`. */
  readonly wanted: string;
  readonly measured: string;
  readonly passed: boolean;
  /** Where the reason for a failure may lie. */
  readonly hint?: string;
}

/** A part of an exercise with traffic of its own, or something to watch. */
export interface Round {
  /** `distinct prompts`, `delete a pod`. */
  readonly name: string;
  readonly requests: readonly RequestRecord[];
  /** What was done to the cluster, and what was seen there. */
  readonly events: readonly Event[];
  /** How many pods the endpoint picker could choose from. */
  readonly readyEndpoints: readonly ReadyEndpoints[];
  /** How many requests each pod answered, as the pods count them. */
  readonly shares: { readonly [pod: string]: number };
}

/** A moment, since the start of its round. */
interface Moment {
  readonly at: number;
}

export interface RequestRecord extends Moment {
  /** Until the last byte, or until it broke. */
  readonly milliseconds: number;
  /** Of HTTP; 0 where there was no answer. */
  readonly status: number;
  readonly isStream: boolean;
  /** What went wrong: `503`, `connection reset`, `stream cut`. Undefined for a request that was answered whole. */
  readonly failure?: string;
  /** Who answered, where the answer says so. */
  readonly pod?: string;
}

export interface Event extends Moment {
  /** `deleted pod vllm-abc`. */
  readonly what: string;
}

export interface ReadyEndpoints extends Moment {
  readonly count: number;
}
