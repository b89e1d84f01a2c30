import { refuse } from '../errors';
import { show } from '../text/wording';
import type { LoraAdapter } from './lora-adapter';

/**
 * The name under which SGLang lists the model. It has one, and answers requests for any other model name too. What
 * follows a colon is the name of a LoRA adapter to it.
 */
export function servedName(where: string, names: readonly string[]): string {
  const colon = names.find((name) => name.includes(':'));
  if (colon !== undefined) {
    refuse(where, {
      code: 'LLMD-SGLANG-NAME',
      got: `the served model name ${show(colon)}`,
      expected: 'a name without a colon: to SGLang, a LoRA adapter follows it',
      remedy: 'pass servedModelNames without a colon',
    });
  }
  return names[0];
}

/**
 * `--lora-paths` with the adapters. Clients must ask for `model:adapter`, since SGLang answers the plain name of an
 * adapter with the base model; so an adapter must have such a name. Source: srt/entrypoints/openai/serving_base.py.
 */
export function loraPaths(where: string, served: string, adapters: readonly LoraAdapter[]): string[] {
  const paths = adapters.map(({ name, source }) => {
    const own = name.startsWith(`${served}:`) ? name.slice(served.length + 1) : '';
    if (own === '' || own.includes(':')) {
      refuse(where, {
        code: 'LLMD-SGLANG-ADAPTER',
        got: `the adapter ${show(name)}`,
        expected: `a name that begins with ${show(`${served}:`)}, as clients of SGLang ask for adapters`,
        remedy: `name it ${show(`${served}:${name.replaceAll(':', '-')}`)}`,
      });
    }
    return JSON.stringify({ lora_name: own, lora_path: source });
  });
  return paths.length === 0 ? [] : ['--enable-lora', '--lora-paths', ...paths];
}
