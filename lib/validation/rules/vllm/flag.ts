import type { Rule } from '../../rule';
import { refused } from './refused';

/** Every word is an option, or belongs to one. */
export const VLLM_FLAG: Rule = {
  code: 'LLMD-VLLM-FLAG',
  severity: 'error',
  title: 'vLLM knows each of its options',
  why: 'vLLM ends at once with an option that it does not know, and with a word that belongs to no option; the pod restarts for ever.',
  check: (set) => refused(set, ['flag', 'word']),
};
