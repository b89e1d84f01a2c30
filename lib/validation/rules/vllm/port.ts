import type { Rule } from '../../rule';
import { atWord, vllmServers } from '../../facts/vllm-servers';

export const VLLM_PORT: Rule = {
  code: 'LLMD-VLLM-PORT',
  severity: 'warning',
  title: 'The port of vLLM is a port of its container',
  why: 'Services and probes that use the name of the port connect to a port on which vLLM does not listen.',
  *check(set) {
    for (const server of set.view(vllmServers)) {
      const { container, arguments: serve } = server;
      const declared: number[] = (container.container.ports ?? []).flatMap(
        ({ containerPort = [] }: any) => containerPort,
      );
      const port: unknown = serve.value('port');
      const hasNone = serve.value('headless') !== false || serve.value('uds') !== null;
      if (declared.length === 0 || typeof port !== 'number' || hasNone || declared.includes(port)) continue;
      const use = serve.uses.findLast(({ option }) => option.dest === 'port');
      yield {
        ...(use === undefined
          ? { resource: container.pod.resource, path: [...container.path, 'ports'] }
          : atWord(server, use.written.at)),
        message: `vLLM listens on ${port}${use === undefined ? ', its default' : ''}, and container ${container.container.name} declares ${declared.join(', ')}`,
        remedy: `declare containerPort ${port}, or set --port to a port that is declared`,
      };
    }
  },
};
