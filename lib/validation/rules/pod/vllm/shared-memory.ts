import { ACCELERATORS } from '../../../../catalogue/accelerators';
import type { ResourceSet } from '../../../resource-set';
import type { Rule } from '../../../rule';
import { environmentOf } from '../../../facts/environment';
import { vllmNumber } from '../../../facts/engine-settings';
import { engines } from '../../../facts/engines';
import { repositoryName, type ModelServerProgram } from '../../../facts/model-servers';
import { mountOf } from '../../../facts/mounts';
import { showBytes } from '../../../../text/bytes';
import { amount } from '../../../../text/quantity';

/** vLLM 0.32.0 with its one worker process on CPUs wants 160 to 240 MiB. */
const LEAST = 240 * 1024 ** 2;

export const VLLM_SHARED_MEMORY: Rule = {
  code: 'LLMD-VLLM-SHARED-MEMORY',
  severity: 'warning',
  title: 'A vLLM with worker processes has a volume at /dev/shm',
  why: 'A pod has 64 MiB there. vLLM on CPUs refuses to start with it (seen with 0.32.0: it wants 160 to 240 MiB), and NCCL fails between GPUs.',
  *check(set) {
    for (const engine of set.view(engines)) {
      const { container } = engine;
      if (!hasWorkers(set, engine) || container.pod.spec.hostIPC === true) continue;
      const mount = mountOf(container, '/dev/shm');
      const size = mount === undefined ? undefined : sizeOf(mount.volume);
      if (mount !== undefined && (size === undefined || size >= LEAST)) continue;
      yield {
        resource: container.pod.resource,
        path: [...container.path, 'volumeMounts'],
        message: `container ${container.container.name} has ${size === undefined ? 'no volume at /dev/shm, so 64 MiB there' : `${showBytes(size)} at /dev/shm`}, and the worker processes of vLLM want ${showBytes(LEAST)}`,
        remedy: 'mount an emptyDir with medium: Memory and a sizeLimit of 512Mi or more at /dev/shm',
      };
    }
  },
};

function hasWorkers(set: ResourceSet, engine: ModelServerProgram): boolean {
  const { program, container } = engine;
  if (program !== 'vllm') return false;
  const repository = repositoryName(container.container.image ?? '');
  // llm-d's guides for TPUs mount none: chips do not exchange data through the memory of the host.
  if (
    /(?:^|-)tpu(?:-|$)/.test(repository) ||
    container.container.resources?.limits?.[ACCELERATORS['google-tpu'].resource]
  )
    return false;
  const runsOnCpus =
    /(?:^|-)cpu(?:-|$)/.test(repository) || environmentOf(container)('VLLM_CPU_KVCACHE_SPACE') !== null;
  return runsOnCpus || (vllmNumber(set, engine, 'tensor_parallel_size') ?? 1) > 1;
}

function sizeOf(volume: any): number | undefined {
  return amount(volume?.emptyDir?.sizeLimit);
}
