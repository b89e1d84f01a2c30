import type { Rule } from '../../rule';
import { atWord, vllmServers } from '../../facts/vllm-servers';

export const VLLM_DEPRECATED: Rule = {
  code: 'LLMD-VLLM-DEPRECATED',
  severity: 'warning',
  title: 'vLLM is started without deprecated options',
  why: 'vLLM warns about these options, and about its start as a module of Python, and removes them in a later version.',
  *check(set) {
    for (const server of set.view(vllmServers)) {
      const { args, isSubcommand, arguments: serve, table, otherVersion } = server;
      if (otherVersion !== undefined) continue;
      const { movesModel, isModuleDeprecated, deprecatedFlags } = table.commandLine;
      const model = args.findIndex(({ text }) => /^--model(?:=.+|$)/.test(text));
      if (isSubcommand && movesModel && model !== -1) {
        yield {
          ...atWord(server, model),
          message: '`vllm serve` takes its model as its first word; --model is deprecated',
          remedy: 'write the model first, without --model',
        };
      }
      if (!isSubcommand && isModuleDeprecated) {
        yield {
          resource: server.container.pod.resource,
          path: server.container.path,
          message: 'python -m vllm.entrypoints.openai.api_server is deprecated',
          remedy: 'write `vllm serve` with the model as its first word',
        };
      }
      for (const { flag, written } of serve.uses) {
        if (!Object.hasOwn(deprecatedFlags, flag)) continue;
        yield { ...atWord(server, written.at), message: `${flag} is deprecated`, remedy: deprecatedFlags[flag] };
      }
    }
  },
};
