import { commandLine } from '../../../facts/command-line';
import { engines } from '../../../facts/engines';
import { inferencePools } from '../../../facts/inference-pools';
import { loadedConfigs, objectsIn } from '../../../facts/loaded-configs';
import { membersOf } from '../../../facts/members';
import { repositoryName } from '../../../facts/model-servers';
import { type Container, containersOf } from '../../../facts/pods';
import { type VllmServer, vllmServers } from '../../../facts/vllm-servers';
import type { ResourceSet } from '../../../resource-set';
import type { Rule } from '../../../rule';
import { showResource } from '../../../../api-server/resource';
import { listed } from '../../../../text/wording';

export const POOL_RANK_PORTS: Rule = {
  code: 'LLMD-POOL-RANK-PORTS',
  severity: 'warning',
  title: 'The target ports of an InferencePool are those of all data-parallel ranks',
  why: 'Each rank of --data-parallel-multi-port-external-lb has a server of its own, on --port and the ports that follow, and the endpoint picker knows the target ports only. A rank on another port gets no requests.',
  *check(set) {
    for (const { resource, ports } of set.view(inferencePools)) {
      const targets = ports.map(({ number }) => number);
      if (targets.length === 0 || choosesRanks(set, resource)) continue;
      for (const { pod } of membersOf(set, resource)) {
        const ranks = set.view(rankPorts).flatMap(({ container, ports: own }) => (container.pod === pod ? own : []));
        const idle = ranks.filter((port) => !targets.includes(port));
        // Where no rank has a target port, a proxy may stand in front of them all.
        if (idle.length === 0 || idle.length === ranks.length) continue;
        yield {
          resource,
          path: ['spec', resource.object.spec?.targetPorts === undefined ? 'targetPortNumber' : 'targetPorts'],
          message: `the target ports are ${listed(targets.map(String))}, and the ranks of ${showResource(pod.resource)} listen on ${listed(ranks.map(String))}: those on ${listed(idle.map(String))} get no requests`,
          remedy: `add ${listed(idle.map(String))} to the target ports`,
        };
        break;
      }
    }
  },
};

/** Whether its picker chooses the rank itself and tells the sidecar with a header. */
function choosesRanks(set: ResourceSet, pool: object): boolean {
  return set
    .view(loadedConfigs)
    .some(
      (loaded) =>
        loaded.pool === pool &&
        objectsIn(loaded.config.plugins).some(({ type }) => type === 'data-parallel-profile-handler'),
    );
}

interface RankPorts {
  readonly container: Container;
  readonly ports: readonly number[];
}

/** The ports of the ranks of every container that has some, as far as they can be known. */
function rankPorts(set: ResourceSet): readonly RankPorts[] {
  const ofVllm = set.view(vllmServers).map((server) => ({ container: server.container, ports: vllmRanks(server) }));
  const simulators = set.view(engines).filter(({ program }) => program === 'simulator');
  const sidecars = [...new Set(set.view(engines).map(({ container }) => container.pod))]
    .flatMap(containersOf)
    .filter(
      ({ container, role }) =>
        role !== 'init' && /(?:routing|disagg)-sidecar$/.test(repositoryName(container.image ?? '')),
    );
  const byFlags = [...simulators.map(({ container }) => container), ...sidecars];
  return [...ofVllm, ...byFlags.map((container) => ({ container, ports: ranksByFlags(container) }))];
}

/** Source: dp_supervisor.py of vLLM 0.32.0. */
function vllmRanks({ arguments: { value } }: VllmServer): readonly number[] {
  const port: unknown = value('port');
  if (typeof port !== 'number') return [];
  if (value('data_parallel_multi_port_external_lb') === true) {
    return portsFrom(port, value('data_parallel_size_local') ?? value('data_parallel_size'));
  }
  // One rank of several that other containers of the pod may start.
  return typeof value('data_parallel_rank') === 'number' && value('headless') !== true ? [port] : [];
}

/** The simulator and the routing sidecar have one port for each rank. */
function ranksByFlags(container: Container): readonly number[] {
  const words = (commandLine(container) ?? []).map(({ text }) => text);
  const number = (flag: string) => {
    const at = words.findLastIndex((word) => word === `--${flag}` || word.startsWith(`--${flag}=`));
    return at === -1 ? undefined : Number(words[at].split('=')[1] ?? words[at + 1]);
  };
  return portsFrom(number('port') ?? 8000, number('data-parallel-size'));
}

function portsFrom(first: number, count: unknown): readonly number[] {
  const isCount =
    Number.isInteger(first) && Number.isInteger(count) && (count as number) > 1 && (count as number) <= 64;
  return isCount ? Array.from({ length: count as number }, (_, rank) => first + rank) : [];
}
