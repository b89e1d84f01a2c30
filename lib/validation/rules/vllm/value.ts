import type { Rule } from '../../rule';
import { refused } from './refused';

export const VLLM_VALUE: Rule = {
  code: 'LLMD-VLLM-VALUE',
  severity: 'error',
  title: 'Each option of vLLM has a value that it takes',
  why: 'vLLM reads all values before it loads the model, JSON too, and ends at once with a value of another type or one that is none of its choices.',
  check: (set) => refused(set, ['value']),
};
