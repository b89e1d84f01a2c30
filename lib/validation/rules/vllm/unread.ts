import type { Rule } from '../../rule';
import { atWord, vllmServers } from '../../facts/vllm-servers';

export const VLLM_UNREAD: Rule = {
  code: 'LLMD-VLLM-UNREAD',
  severity: 'warning',
  title: 'The configuration file and the model are written in the form that vLLM reads',
  why: 'vLLM reads a file that `--config FILE` names, and silently ignores `--config=FILE`. As a module of Python it reads --model, and ignores a model in front.',
  *check(set) {
    for (const server of set.view(vllmServers)) {
      const { uses, positional, model } = server.arguments;
      const config = uses.find(({ option }) => option.dest === 'config');
      if (config !== undefined) {
        yield {
          ...atWord(server, config.written.at),
          message: `vLLM does not read the file of ${config.written.text}`,
          remedy: 'write --config and the file as two words',
        };
      }
      if (!server.isSubcommand && positional !== undefined) {
        yield {
          ...atWord(server, positional.at),
          message: `the module of Python does not read ${positional.text}: it serves ${model ?? 'another model'}`,
          remedy: `write --model ${positional.text}, or start it by \`vllm serve\``,
        };
      }
    }
  },
};
