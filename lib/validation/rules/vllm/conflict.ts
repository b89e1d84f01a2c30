import type { Rule } from '../../rule';
import { refused } from './refused';

/** The options go together. */
export const VLLM_CONFLICT: Rule = {
  code: 'LLMD-VLLM-CONFLICT',
  severity: 'error',
  title: 'The options of vLLM go together',
  why: 'vLLM ends at once where an option lacks the one that it needs, or excludes another.',
  check: (set) => refused(set, ['conflict']),
};
