/** An evaluation that came to no result, as an API server words it. */
export class EvaluationError extends Error {}

export function fail(message: string): never {
  throw new EvaluationError(message);
}
