import type { Rule } from '../../rule';
import { atWord } from '../../facts/vllm-servers';
import { refusals } from './refused';

export const VLLM_OTHER_VERSION: Rule = {
  code: 'LLMD-VLLM-OTHER-VERSION',
  severity: 'warning',
  title: 'The options of a vLLM of an unknown version are ones that the default version takes as well',
  why: 'Options come and go with every version of vLLM. No table of this version is known here; what the default version refuses may be right for another, or be wrong for both.',
  *check(set) {
    for (const { server, refusal } of refusals(set)) {
      if (server.otherVersion === undefined) continue;
      yield {
        ...atWord(server, refusal.at),
        message: `as of vLLM ${server.table.version}, and the image says ${server.otherVersion}: ${refusal.message}`,
        remedy: `${refusal.remedy}, if ${server.otherVersion} does not take it either`,
      };
    }
  },
};
