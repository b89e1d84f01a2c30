import { atWord, vllmServers } from '../../facts/vllm-servers';
import type { Rule } from '../../rule';
import { UNKNOWN } from '../../../text/unknown-value';

export const VLLM_LORA: Rule = {
  code: 'LLMD-VLLM-LORA',
  severity: 'error',
  title: 'A vLLM that is given LoRA adapters can load them',
  why: 'vLLM takes --lora-modules without --enable-lora. When its engine has started it loads the adapters, is told that LoRA is not enabled, and ends. Source: init_static_loras in vllm/entrypoints/openai/models/serving.py, and the workers of the engine.',
  *check(set) {
    for (const server of set.view(vllmServers)) {
      const { refusals, uses, help, value } = server.arguments;
      // Behind any other refusal the words cannot be told apart.
      if (help !== undefined || refusals.some(({ kind }) => kind !== 'flag') || value('headless') === true) continue;
      // An unknown word may be the flag.
      if (server.args.some(({ text }) => text.startsWith(UNKNOWN))) continue;
      const modules: unknown = value('lora_modules');
      if (!Array.isArray(modules) || modules.length === 0 || value('enable_lora') !== false) continue;
      const use = uses.findLast(({ option }) => option.dest === 'lora_modules');
      yield {
        ...atWord(server, use?.written.at ?? 0),
        message: '--lora-modules stands without --enable-lora, and vLLM ends when it loads the first adapter',
        remedy: 'add --enable-lora',
      };
    }
  },
};
