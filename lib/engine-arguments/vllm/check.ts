import type { VllmVersion } from '../../catalogue/engines/vllm';
import type { Refusal } from './argument';
import { serveArguments } from './serve-arguments';

/**
 * What `vllm serve` of a version refuses in its arguments: options that it does not have, with the version that brought or
 * removed them, values that it does not take, options that do not go together. `at` of each is the index of a word.
 * Files and environment variables are not looked at.
 */
export function checkVllmArguments(words: readonly string[], version: VllmVersion): readonly Refusal[] {
  return serveArguments({ words, version }).refusals;
}
