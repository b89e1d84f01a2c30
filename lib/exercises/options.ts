/** How hard to exercise. */
export interface ExerciseOptions {
  /**
   * How many requests a round has.
   * @default - 100 for load distribution, 400 for a weighted split
   */
  readonly requests?: number;
  /**
   * Requests per second of steady traffic.
   * @default - 20, or half of what a pool can do that answers less than about 12
   */
  readonly rate?: number;
  /**
   * Makes prompts that no earlier run has sent.
   * @default 0
   */
  readonly seed?: number;
  /**
   * Which faults happen: `delete a pod`, `rolling restart`, …
   * @default - all
   */
  readonly faults?: readonly string[];
  /**
   * Weights that aliases must have.
   * @default - those of their InferenceModelRewrite
   */
  readonly splits?: Splits;
  /** Is told of each answer and of each thing that happens. */
  readonly onProgress?: (progress: Progress) => void;
}

/** Weights by the name of an alias and those of its targets. Only their ratio counts. */
export interface Splits {
  readonly [alias: string]: { readonly [model: string]: number };
}

/** A prompt unlike those of other numbers and seeds, from its first letter on. */
export function promptOf(number: number, { seed = 0 }: ExerciseOptions): string {
  return `${seed}.${number}: the future of AI is`;
}

/** How far an exercise has come. */
export interface Progress {
  /** Which part of it: `distinct prompts`, `delete a pod`. */
  readonly round: string;
  /** Answers in this part so far. */
  readonly answered: number;
  /** What has just happened there, if it was more than an answer. */
  readonly event?: string;
}
