import { PREFIX_INDEX_DEFAULTS as DEFAULTS, PREFIX_INDEX_TYPES } from '../../../catalogue/endpoint-picker/prefix-index';
import { showResource } from '../../../api-server/resource';
import type { Path } from '../../../text/path';
import { hasUnknown } from '../../../text/unknown-value';
import { environmentOf } from '../../facts/environment';
import { type LoadedConfig, loadedConfigs } from '../../facts/loaded-configs';
import { type VllmServer, vllmServers } from '../../facts/vllm-servers';
import type { Rule } from '../../rule';

export const EPP_PREFIX_INDEX: Rule = {
  code: 'LLMD-EPP-PREFIX-INDEX',
  severity: 'warning',
  title: 'The precise index of prefixes has the block size, the hash seed and the events of vLLM',
  why: 'The index is made from the events of vLLM, and finds a prefix only where both cut it into blocks of the same size and hash them alike. Otherwise no request ever meets its cache, and nothing is logged (llm-d-router issues 641 and 1157, llm-d issue 2203).',
  *check(set) {
    for (const loaded of set.view(loadedConfigs)) {
      const servers = set.view(vllmServers).filter(({ container }) => loaded.pods.includes(container.pod));
      for (const { at, parameters } of indexesOf(loaded)) {
        for (const { compare, place } of COMPARISONS) {
          // Once for all pods, which are alike in most sets.
          const [first] = servers.flatMap((server) => {
            const difference = compare(parameters, server);
            return difference === undefined ? [] : [{ server, ...difference }];
          });
          if (first === undefined) continue;
          const container = `container ${first.server.container.container.name} of ${showResource(first.server.container.pod.resource)}`;
          yield {
            resource: loaded.resource,
            path: loaded.path,
            lineOfText: loaded.lineOf([...at, ...place]),
            message: `${place.join('.')} ${first.own}, and ${container} ${first.other}`,
            remedy: first.remedy,
          };
        }
      }
    }
  },
};

interface Index {
  readonly at: Path;
  readonly parameters: any;
}

function indexesOf({ config: { plugins } }: LoadedConfig): readonly Index[] {
  return !Array.isArray(plugins)
    ? []
    : plugins.flatMap((plugin, index) =>
        PREFIX_INDEX_TYPES.includes(plugin?.type)
          ? [{ at: ['plugins', index, 'parameters'], parameters: plugin.parameters }]
          : [],
      );
}

interface Difference {
  readonly own: string;
  readonly other: string;
  readonly remedy: string;
}

interface Comparison {
  readonly place: readonly string[];
  readonly compare: (parameters: any, server: VllmServer) => Difference | undefined;
}

const COMPARISONS: readonly Comparison[] = [
  {
    place: ['tokenProcessorConfig', 'blockSizeTokens'],
    compare: (parameters, { arguments: { value } }) => {
      const { blockSizeTokens, blockSize } = parameters?.tokenProcessorConfig ?? {};
      const own = [blockSizeTokens, blockSize, DEFAULTS.blockSizeTokens].find(
        (size) => typeof size === 'number' && size > 0,
      );
      // vLLM chooses by the model and the device where it is not told.
      const other: unknown = value('block_size');
      if (typeof other !== 'number' || other === own) return undefined;
      return { own: `is ${own}`, other: `has --block-size ${other}`, remedy: `write ${other}` };
    },
  },
  {
    place: ['tokenProcessorConfig', 'hashSeed'],
    compare: (parameters, { container }) => {
      const own: unknown = parameters?.tokenProcessorConfig?.hashSeed;
      const other = environmentOf(container)('PYTHONHASHSEED');
      if (typeof own !== 'string' || own === '' || other === undefined || other === own) return undefined;
      return {
        own: `is ${own}`,
        other: other === null ? 'has no PYTHONHASHSEED' : `has PYTHONHASHSEED ${other}`,
        remedy: `set PYTHONHASHSEED to ${own} there`,
      };
    },
  },
  {
    place: ['kvEventsConfig', 'podDiscoveryConfig', 'socketPort'],
    compare: (parameters, { arguments: { value } }) => {
      const { zmqEndpoint, discoverPods = true, podDiscoveryConfig } = parameters?.kvEventsConfig ?? {};
      if (zmqEndpoint || discoverPods !== true) return undefined;
      const own: unknown = podDiscoveryConfig?.socketPort ?? DEFAULTS.socketPort;
      const endpoint: unknown = value('kv_events_config')?.endpoint;
      const port = typeof endpoint === 'string' ? /^tcp:\/\/.*:(\d+)$/.exec(endpoint)?.[1] : undefined;
      if (typeof own !== 'number' || port === undefined || Number(port) === own) return undefined;
      return { own: `is ${own}`, other: `sends its events from ${endpoint as string}`, remedy: `write ${port}` };
    },
  },
  {
    place: ['kvEventsConfig', 'topicFilter'],
    compare: (parameters, { arguments: { value } }) => {
      const { topicFilter: own = DEFAULTS.topicFilter } = parameters?.kvEventsConfig ?? {};
      const topic: unknown = value('kv_events_config')?.topic;
      if (typeof own !== 'string' || typeof topic !== 'string') return undefined;
      if (topic.startsWith(own) || hasUnknown(topic.slice(0, own.length))) return undefined;
      return {
        own: `is ${own}`,
        other: `sends its events with another topic`,
        remedy: `let the topic of --kv-events-config begin with ${own}`,
      };
    },
  },
];
