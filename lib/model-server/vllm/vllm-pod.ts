import { Size } from 'cdk8s';
import { EnvFieldPaths, EnvValue } from 'cdk8s-plus-28';
import { VLLM_SUPERVISOR_PORT } from '../../catalogue/engines/vllm-features';
import { refuse } from '../../errors';
import { Mount, scratch } from '../../kubernetes/mount';
import type { ResourceQuantities } from '../../kubernetes/resources';
import { loraEnv, loraMounts } from '../lora-arguments';
import { kvEventsPorts } from './kv-events';
import { partsOf, type KvTransferSpec } from './kv-transfer-spec';
import { cacheMount, HOME_ENV, VLLM_HOME } from './vllm-container';
import type { VllmOptions } from './vllm-options';
import type { VllmServer } from './vllm-server';

/** Name of the supervisor's port in the pod. */
const SUPERVISOR_PORT_NAME = 'dp-supervisor';

/** With a server for each data-parallel rank, a supervisor answers the probes, and all pods of a replica serve. */
export const SUPERVISED = {
  workersServe: true,
  probePort: SUPERVISOR_PORT_NAME,
  startPath: '/health',
  readyPath: '/readyz',
  livePath: '/health',
};

const GIB = 2 ** 30;

/** Limit of /dev/shm in llm-d's guides for GPUs. */
const SHARED_MEMORY = 20 * GIB;

/**
 * Memory request for each accelerator. Half of what llm-d's guide to prefill and decode asks for (64 GiB for 4 GPUs), so
 * that the pod fits the smallest nodes with one GPU, which have 16 GiB. There is no limit: loading weights fills the
 * page cache, and how much a model needs besides is not known here.
 */
const MEMORY_OF_ACCELERATOR = 8 * GIB;

/** Environment variables. */
export function vllmEnv({ options }: VllmServer): { [name: string]: EnvValue } {
  const transfers = transfersOf(options);
  return {
    ...HOME_ENV,
    // torch asks for the name of the user, which the image's /etc/passwd may not have.
    USER: EnvValue.fromValue('vllm'),
    // Kernels that are compiled at the start. They follow HOME and XDG_CACHE_HOME otherwise, but for these.
    TRITON_CACHE_DIR: EnvValue.fromValue(`${VLLM_HOME}/.cache/triton`),
    CUDA_CACHE_PATH: EnvValue.fromValue(`${VLLM_HOME}/.cache/cuda`),
    ...(options.kvEvents && { POD_IP: EnvValue.fromFieldRef(EnvFieldPaths.POD_IP) }),
    ...loraEnv(options.lora),
    ...Object.fromEntries(transfers.flatMap(({ env = {} }) => Object.entries(env))),
  };
}

/** Volumes: everything that vLLM writes to, since the root file system is read-only. */
export function vllmMounts(server: VllmServer): Mount[] {
  const size = sharedMemory(server);
  return [
    scratch('/tmp'),
    // Programs below vLLM keep settings beside the cache, for example in `.config` and `.triton`.
    scratch(VLLM_HOME),
    cacheMount(server.options.modelCache, server.request.model),
    ...loraMounts(server.options.lora),
    ...(size === undefined ? [] : [Mount.emptyDir('/dev/shm', { inMemory: true, sizeLimit: size })]),
  ];
}

/**
 * Requests: a core for each process of vLLM, which are a worker for each accelerator, and an API server and an engine for
 * each data-parallel rank; and memory by accelerator and for KV caches that leave it.
 */
export function vllmResources({ options, sizes }: VllmServer): ResourceQuantities {
  const { count } = options.accelerator.spec;
  const memory = count * MEMORY_OF_ACCELERATOR + offloaded(options, sizes.localRanks, count);
  return { requests: { cpu: String(count + 2 * sizes.localRanks), memory: `${Math.ceil(memory / GIB)}Gi` } };
}

/** Ports besides those of the HTTP API, by their names; refused where two are the same. */
export function vllmPorts({ where, options, sizes, request }: VllmServer): { [name: string]: number } | undefined {
  const { kvEvents, dataParallelMultiPortExternalLb } = options;
  const transfers = transfersOf(options).flatMap(({ port }) => (port === undefined ? [] : [port]));
  const first: readonly (readonly [string, number, boolean])[] = [
    ...Object.entries(kvEvents ? kvEventsPorts(kvEvents) : {}).map(([name, port]) => [name, port, true] as const),
    ...transfers.map(({ name, number, isPerRank }) => [name, number, isPerRank] as const),
    ...(dataParallelMultiPortExternalLb ? [[SUPERVISOR_PORT_NAME, VLLM_SUPERVISOR_PORT, false] as const] : []),
  ];
  const all = first.flatMap(([name, port, isPerRank]) =>
    Array.from(
      { length: isPerRank ? sizes.localRanks : 1 },
      (_, rank) => [rank === 0 ? name : `${name}-${rank}`, port + rank] as const,
    ),
  );
  const http = Array.from({ length: sizes.ports }, (_, rank) => ['http', request.port + rank] as const);
  refuseTakenPorts(where, [...http, ...all]);
  return all.length === 0 ? undefined : Object.fromEntries(all);
}

function refuseTakenPorts(where: string, ports: readonly (readonly [string, number])[]): void {
  const taken = new Map<number, string>();
  for (const [name, port] of ports) {
    const other = taken.get(port);
    if (other !== undefined) {
      refuse(where, {
        code: 'LLMD-ENGINE-PORT-TAKEN',
        got: `port ${port} for ${other} and for ${name}`,
        expected: 'different ports, also for the data-parallel ranks, each of which takes the next one',
        remedy: `pass another port for ${name}`,
      });
    }
    taken.set(port, name);
  }
}

/** What keeps KV caches outside of the accelerators. */
export function transfersOf({ kvTransfer }: VllmOptions): readonly KvTransferSpec[] {
  return kvTransfer ? partsOf(kvTransfer._spec()) : [];
}

/** Bytes of the host for KV caches. */
function offloaded(options: VllmOptions, localRanks: number, accelerators: number): number {
  return transfersOf(options).reduce(
    (sum, { hostBytes = 0, hostBytesPerRank = 0 }) => sum + hostBytes * localRanks + hostBytesPerRank * accelerators,
    0,
  );
}

function sharedMemory({ where, options, sizes }: VllmServer): Size | undefined {
  const { count, usesSharedMemory = false } = options.accelerator.spec;
  // vLLM keeps what its OffloadingConnector offloads in a file there, since 0.22.
  const shared = transfersOf(options).reduce((sum, { hostBytes = 0 }) => sum + hostBytes * sizes.localRanks, 0);
  const { sharedMemory: given } = options;
  if (given !== undefined && given.toKibibytes() * 1024 < shared) {
    refuse(where, {
      code: 'LLMD-ENGINE-SHARED-MEMORY',
      got: `sharedMemory ${given.asString()}`,
      expected: `at least the ${shared / GIB} GiB of offloaded KV caches, which vLLM keeps in /dev/shm`,
      remedy: 'raise it, or leave it out',
    });
  }
  if (given !== undefined) return given;
  const isNeeded = (usesSharedMemory && count > 1) || shared > 0;
  return isNeeded ? Size.gibibytes(Math.ceil((SHARED_MEMORY + shared) / GIB)) : undefined;
}
