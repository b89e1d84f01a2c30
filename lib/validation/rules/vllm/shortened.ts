import type { Rule } from '../../rule';
import { atWord, vllmServers } from '../../facts/vllm-servers';

export const VLLM_SHORTENED: Rule = {
  code: 'LLMD-VLLM-SHORTENED',
  severity: 'warning',
  title: 'The options of vLLM are written in full',
  why: 'vLLM takes the beginning of an option for the whole, so a misspelled option may be another one, and the next version may have two that begin so.',
  *check(set) {
    for (const server of set.view(vllmServers)) {
      // Another version may have an option of this name.
      if (server.otherVersion !== undefined) continue;
      for (const { flag, written } of server.arguments.uses) {
        const name = written.text.split('=')[0];
        // `-n2` is `-n 2`: the value is part of the word.
        if (name === flag || (/^-[^-]$/.test(flag) && name.startsWith(flag))) continue;
        yield {
          ...atWord(server, written.at),
          message: `vLLM takes ${name} for ${flag}`,
          remedy: `write ${flag}`,
        };
      }
    }
  },
};
