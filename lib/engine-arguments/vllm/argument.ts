/** A word of a command line, and which of the given words it comes from. */
export interface Argument {
  readonly text: string;
  readonly at: number;
}

/** Why vLLM refuses a command line. */
export type RefusalKind =
  /** No such option, or a name that could be several. */
  | 'flag'
  /** An option with a value of another kind, or without one. */
  | 'value'
  /** A word that belongs to no option. */
  | 'word'
  /** What is right alone, and wrong together. */
  | 'conflict';

/** What vLLM says about a command line before it ends. */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly at: number;
  /** What came, and what was expected. */
  readonly message: string;
  readonly remedy: string;
}

/** Thrown for a refusal after which there is nothing left to look at. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}
