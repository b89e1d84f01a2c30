/** Options of an exercise. */
export interface ExerciseOptions {
  /**
   * Number of requests of a round.
   * @default - 100 for load distribution, 400 for a weighted split
   */
  readonly requests?: number;
  /**
   * Requests per second of steady traffic.
   * @default - 20; if the pool falls behind at that, half of the rate that it answers, at least 1
   */
  readonly rate?: number;
  /**
   * Seed of the prompts. Another seed makes prompts that no cache has seen.
   * @default 0
   */
  readonly seed?: number;
  /**
   * Names of the faults that happen: `delete a pod`, `rolling restart`, …
   * @default - all
   */
  readonly faults?: readonly string[];
  /**
   * Weights that aliases must have.
   * @default - those of their InferenceModelRewrite
   */
  readonly splits?: Splits;
  /** Called after each answer and after each event. */
  readonly onProgress?: (progress: Progress) => void;
}

/** Weights of targets by the name of the alias and of the target. Only the ratio of the weights of an alias counts. */
export interface Splits {
  readonly [alias: string]: { readonly [model: string]: number };
}

/** A prompt that differs from those of other numbers and seeds from its first letter on. */
export function promptOf(number: number, { seed = 0 }: ExerciseOptions): string {
  return `${seed}.${number}: the future of AI is`;
}

/** The progress of a running exercise. */
export interface Progress {
  /** Name of the current round: `distinct prompts`, `delete a pod`. */
  readonly round: string;
  /** Number of answers in this round so far. */
  readonly answered: number;
  /** The event that has just happened: `deleted pod vllm-abc`. Undefined after an answer. */
  readonly event?: string;
}
