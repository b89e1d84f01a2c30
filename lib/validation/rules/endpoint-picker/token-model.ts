import { listed } from '../../../text/wording';
import { loadedConfigs } from '../../facts/loaded-configs';
import { servedModels } from '../../facts/served-models';
import { vllmServers } from '../../facts/vllm-servers';
import type { PodTemplate } from '../../facts/pod-template';
import type { ResourceSet } from '../../resource-set';
import type { Rule } from '../../rule';
import { hasUnknown, UNKNOWN } from '../../../text/unknown-value';

export const EPP_TOKEN_MODEL: Rule = {
  code: 'LLMD-EPP-TOKEN-MODEL',
  severity: 'warning',
  title: 'The token-producer names a model that the pods of the pool serve',
  why: 'The token-producer asks vLLM to split prompts into tokens with this model. One that vLLM does not know is refused, and the index of prefixes gets no tokens (kind of llm-d-router issue 2512).',
  *check(set) {
    for (const loaded of set.view(loadedConfigs)) {
      const { config, pods, resource, path, lineOf } = loaded;
      const names = pods.map((pod) => servedModels(pod) ?? ownNames(set, pod));
      if (!Array.isArray(config.plugins) || names.includes(undefined)) continue;
      const served = [...new Set(names.flatMap((own) => [...own!]))];
      // A server that only renders prompts may have the id of the model where the pods have another name.
      const ids = set.view(vllmServers).map(({ arguments: { model } }) => model);
      for (const [index, plugin] of config.plugins.entries()) {
        const name: unknown = plugin?.parameters?.modelName;
        if (!['token-producer', 'tokenizer'].includes(plugin?.type) || typeof name !== 'string' || name === '')
          continue;
        if (served.includes(name) || ids.includes(name)) continue;
        yield {
          resource,
          path,
          lineOfText: lineOf(['plugins', index, 'parameters', 'modelName']),
          message: `plugins[${index}].parameters.modelName: the pods of ${loaded.pool.kind} ${loaded.pool.name} serve ${listed(served)}, and ${plugin.type} asks for ${name}`,
          remedy: `write ${served[0]}`,
        };
      }
    }
  },
};

/** The names of a pod's one vLLM where other words of its command line are not known, such as the address in a topic. */
function ownNames(set: ResourceSet, pod: PodTemplate): readonly string[] | undefined {
  const [server, ...others] = set.view(vllmServers).filter(({ container }) => container.pod === pod);
  if (server === undefined || others.length > 0 || server.args.some(({ text }) => text.startsWith(UNKNOWN)))
    return undefined;
  const { value, model } = server.arguments;
  const names: unknown = value('served_model_name') ?? [model];
  const isKnown = Array.isArray(names) && names.every((name) => typeof name === 'string' && !hasUnknown(name));
  return isKnown && value('served_model_name') !== undefined ? (names as string[]) : undefined;
}
