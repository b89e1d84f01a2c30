import type { Rule } from '../../../rule';
import { environmentOf } from '../../../facts/environment';
import { engines } from '../../../facts/engines';
import { GIBIBYTE, showBytes } from '../../../../text/bytes';
import { amount } from '../../../../text/quantity';

/** Weights, activations and the program itself: opt-125m, about the smallest model, takes this much (vLLM 0.32.0). */
const LEAST_BESIDE_CACHE = GIBIBYTE;

export const VLLM_MEMORY: Rule = {
  code: 'LLMD-VLLM-MEMORY',
  severity: 'error',
  title: 'The memory limit of a vLLM on CPUs holds its KV cache and 1 GiB more',
  why: 'vLLM takes VLLM_CPU_KVCACHE_SPACE at once, in GiB. Measured with opt-125m and 1 GiB of it: 2.0 GiB in use. The kernel kills what goes over the limit.',
  *check(set) {
    for (const { program, container } of set.view(engines)) {
      const space = Number(environmentOf(container)('VLLM_CPU_KVCACHE_SPACE') ?? NaN) * GIBIBYTE;
      const limit = amount(container.container.resources?.limits?.memory);
      if (program !== 'vllm' || limit === undefined || !(limit < space + LEAST_BESIDE_CACHE)) continue;
      yield {
        resource: container.pod.resource,
        path: [...container.path, 'resources', 'limits', 'memory'],
        message: `container ${container.container.name} may use ${showBytes(limit)}, and its KV cache takes ${showBytes(space)} and the rest of vLLM at least ${showBytes(LEAST_BESIDE_CACHE)}`,
        remedy: 'raise the limit, or lower VLLM_CPU_KVCACHE_SPACE',
      };
    }
  },
};
