/** An evaluation without a result. The message is the API server's. */
export class EvaluationError extends Error {}

export function fail(message: string): never {
  throw new EvaluationError(message);
}
