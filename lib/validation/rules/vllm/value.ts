import type { Rule } from '../../rule';
import { vllmPod } from './example';
import { refused } from './refused';

/** Every option has a value of its kind. */
export const VLLM_VALUE: Rule = {
  code: 'LLMD-VLLM-VALUE',
  severity: 'error',
  title: 'Each option of vLLM has a value that it takes',
  why: 'vLLM reads all values before it loads the model, JSON too, and ends at once with a value of another type or one that is none of its choices.',
  examples: {
    failing: vllmPod('facebook/opt-125m, --dtype=float8'),
    passing: vllmPod('facebook/opt-125m, --dtype=bfloat16'),
  },
  check: (set) => refused(set, ['value']),
};
