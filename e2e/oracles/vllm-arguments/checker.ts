import { spawnSync } from 'node:child_process';
import type { VllmVersion } from '../../../lib/catalogue/engines/vllm';
import { pythonJson } from '../../../lib/engine-arguments/vllm/python-values';

/** The verdict of vLLM's parser on a list. */
export interface Verdict {
  readonly accepted: boolean;
  readonly message: string | null;
}

const MEBIBYTE = 1024 ** 2;

/**
 * Asks the real parser about all lists at once: it takes 20 seconds to load. `program` reads a JSON list of lists, and
 * writes `{"vllm": VERSION, "results": [{"accepted", "message"}]}`.
 */
export function askVllm(
  program: string,
  version: VllmVersion,
  lists: readonly (readonly string[])[],
): readonly Verdict[] {
  const { stdout, stderr } = spawnSync(program, {
    input: JSON.stringify(lists),
    encoding: 'utf8',
    maxBuffer: 512 * MEBIBYTE,
  });
  // Its JSON is Python's: values may be NaN.
  const answer = pythonJson(stdout ?? '') as
    { readonly vllm: string; readonly results: readonly Verdict[] } | undefined;
  if (answer?.results.length !== lists.length) {
    throw new Error(`${program} gave no answer for each list:\n${(stderr ?? '').slice(-2000)}`);
  }
  if (answer.vllm.split('+')[0] !== version) throw new Error(`${program} has vLLM ${answer.vllm}, not ${version}`);
  return answer.results;
}
