import type { Rule } from '../../rule';
import { vllmPod } from './example';
import { refused } from './refused';

/** The options go together. */
export const VLLM_CONFLICT: Rule = {
  code: 'LLMD-VLLM-CONFLICT',
  severity: 'error',
  title: 'The options of vLLM go together',
  why: 'vLLM ends at once where an option lacks the one that it needs, or excludes another.',
  examples: {
    failing: vllmPod('facebook/opt-125m, --enable-auto-tool-choice'),
    passing: vllmPod('facebook/opt-125m, --enable-auto-tool-choice, --tool-call-parser=hermes'),
  },
  check: (set) => refused(set, ['conflict']),
};
