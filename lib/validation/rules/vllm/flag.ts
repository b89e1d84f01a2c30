import type { Rule } from '../../rule';
import { vllmPod } from './example';
import { refused } from './refused';

/** Every word is an option, or belongs to one. */
export const VLLM_FLAG: Rule = {
  code: 'LLMD-VLLM-FLAG',
  severity: 'error',
  title: 'vLLM knows each of its options',
  why: 'vLLM ends at once with an option that it does not know, and with a word that belongs to no option; the pod restarts for ever.',
  examples: {
    failing: vllmPod('facebook/opt-125m, --disable-log-requests'),
    passing: vllmPod('facebook/opt-125m, --no-enable-log-requests'),
  },
  check: (set) => refused(set, ['flag', 'word']),
};
