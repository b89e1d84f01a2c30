import type { Rule } from '../../rule';
import { refused } from './refused';

export const VLLM_CONFLICT: Rule = {
  code: 'LLMD-VLLM-CONFLICT',
  severity: 'error',
  title: 'The options of vLLM do not exclude each other',
  why: 'vLLM ends at once where an option lacks the one that it needs, or excludes another.',
  check: (set) => refused(set, ['conflict']),
};
