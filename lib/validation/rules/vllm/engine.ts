import type { Rule } from '../../rule';
import { atWord, type VllmServer, vllmServers } from '../../facts/vllm-servers';
import type { ArgumentTable } from '../../../engine-arguments/vllm/argument-table';
import { outOfBounds } from '../../../engine-arguments/vllm/config-schema';
import type { Conflict, Values } from '../../../engine-arguments/vllm/serve-checks';

export const VLLM_ENGINE: Rule = {
  code: 'LLMD-VLLM-ENGINE',
  severity: 'warning',
  title: 'The values of options are ones that the engine of vLLM accepts',
  why: 'The command line is read in two steps. What passes the first may end vLLM in the second, when it has begun to start: numbers out of their bounds, unknown parsers of tool calls, two ways of load balancing.',
  *check(set) {
    for (const server of set.view(vllmServers)) {
      // Without a word of a command line that vLLM understands there is no second step.
      if (server.arguments.refusals.length > 0 || server.otherVersion !== undefined) continue;
      const { help, uses } = server.arguments;
      if (help !== undefined) {
        yield {
          ...atWord(server, help.at),
          message: 'vLLM prints its help and ends',
          remedy: `take ${help.text} away`,
        };
        continue;
      }
      for (const { options, message, remedy } of [...outside(server), ...together(server)]) {
        const use = uses.findLast(({ option }) => options.includes(option.dest));
        yield { ...atWord(server, use?.written.at ?? 0), message, remedy };
      }
    }
  },
};

/** Numbers outside of the bounds of vLLM's configuration classes. */
function outside({ arguments: { uses, value } }: VllmServer): readonly Conflict[] {
  return [...new Set(uses.map(({ option }) => option))].flatMap(({ dest, flags: [flag], bounds = {} }) => {
    const number: unknown = value(dest);
    const limit = typeof number === 'number' ? outOfBounds(number, bounds) : undefined;
    if (limit === undefined) return [];
    const message = `${flag} is ${number as number}, and the engine wants a number ${limit}`;
    return [{ options: [dest], message, remedy: `correct the value of ${flag}` }];
  });
}

function together({ arguments: { value }, table }: VllmServer): readonly Conflict[] {
  return CHECKS.filter(({ fails }) => fails(value, table));
}

const CHECKS: readonly (Conflict & { readonly fails: (value: Values, table: ArgumentTable) => boolean })[] = [
  {
    options: ['tool_call_parser'],
    fails: (value, { toolParsers }) =>
      value('enable_auto_tool_choice') === true &&
      isUnknown(value, 'tool_call_parser', 'tool_parser_plugin', toolParsers),
    message: '--tool-call-parser is no parser that vLLM has',
    remedy: 'write one of those that `vllm serve --help=tool-call-parser` lists, or add --tool-parser-plugin',
  },
  {
    options: ['reasoning_parser'],
    fails: (value, { reasoningParsers }) =>
      isUnknown(value, 'reasoning_parser', 'reasoning_parser_plugin', reasoningParsers),
    message: '--reasoning-parser is no parser that vLLM has',
    remedy: 'write one that the documentation of vLLM lists, or add --reasoning-parser-plugin',
  },
  {
    options: ['api_server_count'],
    fails: (value) => value('headless') === true && value('api_server_count') > 0,
    message: '--api-server-count stands beside --headless, which starts no server',
    remedy: 'take one of the two away',
  },
  {
    options: ['data_parallel_external_lb', 'data_parallel_rank', 'data_parallel_hybrid_lb', 'data_parallel_start_rank'],
    fails: (value) => balancers(value) > 1,
    message: 'vLLM is to balance its load in more than one way',
    remedy:
      'keep one of --data-parallel-multi-port-external-lb, --data-parallel-external-lb (or --data-parallel-rank) and --data-parallel-hybrid-lb (or --data-parallel-start-rank)',
  },
];

function isUnknown(value: Values, parser: string, plugin: string, known: readonly string[]): boolean {
  const name: unknown = value(parser);
  return (
    typeof name === 'string' && name !== '' && !value(plugin) && value(plugin) !== undefined && !known.includes(name)
  );
}

/** Source: ServeSubcommand.cmd in vllm/entrypoints/cli/serve.py. */
function balancers(value: Values): number {
  const hybrid = value('data_parallel_hybrid_lb') === true;
  const multiPort = value('data_parallel_multi_port_external_lb') === true;
  const external = value('data_parallel_external_lb') === true || typeof value('data_parallel_rank') === 'number';
  const startRank = !hybrid && !multiPort && typeof value('data_parallel_start_rank') === 'number';
  return [hybrid || startRank, multiPort, external].filter(Boolean).length;
}
