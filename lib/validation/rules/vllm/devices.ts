import { ACCELERATORS } from '../../../catalogue/accelerators';
import type { Rule } from '../../rule';
import { amount } from '../../../text/quantity';
import { atWord, type VllmServer, vllmServers } from '../../facts/vllm-servers';

const GPU = ACCELERATORS.nvidia.resource;

export const VLLM_DEVICES: Rule = {
  code: 'LLMD-VLLM-DEVICES',
  severity: 'error',
  title: 'A container has the GPUs that its vLLM spreads the model over',
  why: 'vLLM needs one GPU for each rank on its node, and ends where it sees fewer: "World size is larger than the number of available GPUs in this node". Only GPUs of NVIDIA are counted.',
  *check(set) {
    for (const server of set.view(vllmServers)) {
      const { requests = {}, limits = {} } = server.container.container.resources ?? {};
      const devices = amount(limits[GPU] ?? requests[GPU]);
      const ranks = ranksOf(server);
      if (devices === undefined || ranks === undefined || ranks.count <= devices) continue;
      yield {
        ...atWord(server, ranks.at),
        message: `vLLM needs ${ranks.count} GPUs (${ranks.parts}), and container ${server.container.container.name} has ${devices}`,
        remedy: `set ${GPU} to ${ranks.count}, or spread the model over fewer`,
      };
    }
  },
};

const FACTORS = ['tensor_parallel_size', 'pipeline_parallel_size', 'prefill_context_parallel_size'];

/** How many processes with a GPU each this container starts; undefined where other pods take part, or it is not known. */
function ranksOf({ arguments: { value, uses } }: VllmServer) {
  // Ray, another launcher and several nodes look for GPUs elsewhere.
  if (value('nnodes') !== 1 || ![null, 'mp', 'uni'].includes(value('distributed_executor_backend'))) return undefined;
  const factors = FACTORS.map((dest) => [dest, value(dest)] as const).filter(([, size]) => size !== 1);
  const last = uses.findLast(({ option }) => FACTORS.includes(option.dest));
  if (last === undefined || factors.some(([, size]) => !Number.isInteger(size))) return undefined;
  return {
    count: factors.reduce((product, [, size]) => product * size, 1),
    parts: factors.map(([dest, size]) => `${dest.replaceAll('_', '-')} ${size}`).join(', '),
    at: last.written.at,
  };
}
