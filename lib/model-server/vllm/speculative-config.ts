import type { Checks } from '../../options/check';
import { required, text, whole } from '../../options/checks';

/** Speculative decoding: several tokens are drafted, and the model checks them at once. Fields have vLLM's names. */
export interface SpeculativeConfig {
  /** Tokens that are drafted at once: `num_speculative_tokens`. */
  readonly numSpeculativeTokens: number;
  /**
   * How they are drafted, for example `ngram`, `eagle3`, `mtp`, `draft_model` or `suffix`: `method`.
   * @default - what fits the draft model
   */
  readonly method?: string;
  /**
   * Draft model, an id of the hub or a path: `model`.
   * @default - none: the method needs none
   */
  readonly model?: string;
  /**
   * Branch, tag or commit of the draft model: `revision`.
   * @default - the repository's default branch
   */
  readonly revision?: string;
  /**
   * Accelerators over which the draft model spreads, 1 or as many as the model: `draft_tensor_parallel_size`.
   * @default - as many as the model
   */
  readonly draftTensorParallelSize?: number;
  /**
   * Longest text that `ngram` looks for in the prompt, in tokens: `prompt_lookup_max`.
   * @default - vLLM's own
   */
  readonly promptLookupMax?: number;
  /**
   * Shortest text that `ngram` looks for in the prompt, in tokens: `prompt_lookup_min`.
   * @default - vLLM's own
   */
  readonly promptLookupMin?: number;
  /**
   * Method of quantization of the draft model: `quantization`.
   * @default - none
   */
  readonly quantization?: string;
}

/** Checks of `SpeculativeConfig`. */
export const SPECULATIVE_CHECKS: Checks<SpeculativeConfig> = {
  numSpeculativeTokens: required(whole(1)),
  method: text,
  model: text,
  revision: text,
  draftTensorParallelSize: whole(1),
  promptLookupMax: whole(1),
  promptLookupMin: whole(1),
  quantization: text,
};

/** The value of `--speculative-config`. */
export function speculativeJson(config: SpeculativeConfig): string {
  const given: { readonly [field: string]: unknown } = { ...config };
  const fields = Object.keys(SPECULATIVE_CHECKS).filter((field) => given[field] !== undefined);
  return JSON.stringify(Object.fromEntries(fields.map((field) => [snakeCase(field), given[field]])));
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
