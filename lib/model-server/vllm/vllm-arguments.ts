import { VLLM_SUPERVISOR_PORT } from '../../catalogue/engines/vllm-features';
import { Drain } from '../drain';
import { type FlagValue, flagArguments, flagOf } from '../flag-arguments';
import { kvEventsJson } from './kv-events';
import { loraArguments } from '../lora-arguments';
import { speculativeJson } from './speculative-config';
import { drainArguments, modelArguments, nameArguments } from './vllm-container';
import type { VllmImage } from './vllm-image';
import { VLLM_FLAGS, type VllmOptions } from './vllm-options';
import type { VllmServer } from './vllm-server';

/** Port at which the nodes of a replica meet. */
const MASTER_PORT = 29501;

/** Switches that vLLM turns on by itself, so that false needs a flag, too. */
const ON_BY_DEFAULT: ReadonlySet<string> = new Set(['enablePrefixCaching', 'enableChunkedPrefill']);

/** Paths that probes and scrapes ask all the time. */
const NOT_LOGGED = ['/health', '/metrics', '/v1/models'];

/** Paths that an endpoint picker asks for each prompt. */
const RENDER = ['/v1/completions/render', '/v1/chat/completions/render'];

/** The arguments of vLLM: for several nodes, those of the first one. */
export function vllmArguments(server: VllmServer): string[] {
  const { where, options, image, request } = server;
  return [
    ...modelArguments(request),
    ...parallelArguments(server),
    ...optionArguments(options, image),
    ...flagArguments({
      loadFormat: request.model.spec.isStreamed ? 'runai_streamer' : undefined,
      disableAccessLogForEndpoints: notLogged(options, image),
    }),
    ...transferArguments(options),
    ...eventArguments(server),
    ...drainArguments(request, image),
    ...loraArguments(where, request.adapters, options.lora),
    ...nameArguments(request),
  ];
}

/** The arguments of the other nodes: they compute for the first one, and answer no requests unless each rank does. */
export function workerArguments(server: VllmServer): string[] {
  if (server.options.dataParallelMultiPortExternalLb) return vllmArguments(server);
  // It has no requests of its own to finish: its pod pauses until the first node has finished them.
  return [...vllmArguments({ ...server, request: { ...server.request, drain: Drain.none() } }), '--headless'];
}

function parallelArguments({ options, sizes, request }: VllmServer): string[] {
  const { tensorParallelSize, pipelineParallelSize, dataParallelSize, localRanks } = sizes;
  const { enableExpertParallel, dataParallelMultiPortExternalLb } = options;
  const isSpread = request.nodesPerReplica > 1;
  const above1 = (size: number) => (size > 1 ? size : undefined);
  return flagArguments({
    tensorParallelSize: above1(tensorParallelSize),
    pipelineParallelSize: above1(pipelineParallelSize),
    dataParallelSize: above1(dataParallelSize),
    enableExpertParallel,
    ...(dataParallelMultiPortExternalLb && {
      dataParallelMultiPortExternalLb,
      dataParallelSizeLocal: localRanks,
      dataParallelSupervisorPort: VLLM_SUPERVISOR_PORT,
    }),
    ...(isSpread && nodeFlags(request.nodesPerReplica, dataParallelMultiPortExternalLb === true)),
  });
}

/** LeaderWorkerSet gives each pod of a group the leader's address and its own number. */
function nodeFlags(nodes: number, ranksServe: boolean): { [option: string]: FlagValue } {
  const nodeRank = '$(LWS_WORKER_INDEX)';
  const leader = '$(LWS_LEADER_ADDRESS)';
  // With a server for each rank, the first rank of a node follows from its number and `--data-parallel-size-local`.
  if (ranksServe) return { nodeRank, dataParallelAddress: leader };
  return { nnodes: nodes, nodeRank, masterAddr: leader, masterPort: MASTER_PORT };
}

/** The arguments of options that are flags by the same name. */
export function optionArguments(options: VllmOptions, image: VllmImage): string[] {
  const given: { readonly [option: string]: unknown } = { ...options };
  return Object.keys(VLLM_FLAGS).flatMap((option) => [
    ...(given[option] === false && ON_BY_DEFAULT.has(option)
      ? [disablingFlag(option, image)]
      : flagArguments({ [option]: given[option] as FlagValue })),
    ...(option === 'toolCallParser' && given[option] !== undefined ? ['--enable-auto-tool-choice'] : []),
  ]);
}

function disablingFlag(option: string, image: VllmImage): string {
  const flag = flagOf(option);
  return image.has('disablingFlags') ? flag.replace('--enable-', '--disable-') : flag.replace('--', '--no-');
}

function notLogged(options: VllmOptions, image: VllmImage): string | undefined {
  const asked = [...NOT_LOGGED, ...(options.enableScaleOut ? RENDER : [])];
  const paths = options.disableAccessLogForEndpoints ?? (image.has('disableAccessLogForEndpoints') ? asked : []);
  return paths.length === 0 ? undefined : paths.join(',');
}

/** The arguments of speculative decoding and of KV caches that leave their accelerator. */
export function transferArguments({ speculativeConfig, kvTransfer }: VllmOptions): string[] {
  return flagArguments({
    speculativeConfig: speculativeConfig && speculativeJson(speculativeConfig),
    kvTransferConfig: kvTransfer && JSON.stringify(kvTransfer._spec().config),
  });
}

function eventArguments({ options: { kvEvents }, request }: VllmServer): string[] {
  return flagArguments({
    kvEventsConfig: kvEvents && kvEventsJson(kvEvents, request.port, request.servedModelNames[0]),
  });
}
