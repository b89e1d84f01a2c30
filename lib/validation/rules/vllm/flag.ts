import type { Rule } from '../../rule';
import { refused } from './refused';

export const VLLM_FLAG: Rule = {
  code: 'LLMD-VLLM-FLAG',
  severity: 'error',
  title: 'Every option is one that vLLM has',
  why: 'vLLM ends at once with an option that it does not know, and with a word that belongs to no option; the pod restarts for ever.',
  check: (set) => refused(set, ['flag', 'word']),
};
