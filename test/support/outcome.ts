import { LlmdError } from '../../lib';

/** What a call returns, or the code of its error. */
export function outcomeOf(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    return LlmdError.isLlmdError(error) ? error.details.code : error;
  }
}
