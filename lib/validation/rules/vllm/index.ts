import type { Rule } from '../../rule';

/** Rules about the arguments of vLLM. */
export const VLLM_RULES: readonly Rule[] = [];
