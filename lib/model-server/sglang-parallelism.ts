import { refuse } from '../errors';
import type { SglangOptions } from './sglang-options';

/**
 * `--tp-size`, which follows from the accelerators of a replica unless it is given; refuses a parallelism that needs
 * another number of them. Source: srt/arg_groups/validation_hook.py and parallel_hook.py of SGLang 0.5.23.
 */
export function tensorParallelSize(where: string, options: SglangOptions, nodes: number): number {
  const { ppSize = 1, dpSize = 1, enableDpAttention = false } = options;
  const all = options.accelerator.spec.count * nodes;
  const copies = enableDpAttention ? 1 : dpSize;
  if (copies > 1 && nodes > 1) {
    refuse(where, {
      code: 'LLMD-SGLANG-NODES',
      got: `dpSize ${dpSize} on ${nodes} nodes for each replica`,
      expected: 'copies that are spread over nodes to share their GPUs',
      remedy: 'pass enableDpAttention: true, or more replicas instead of dpSize',
    });
  }
  const { tpSize = all / (ppSize * copies) } = options;
  if (!Number.isInteger(tpSize) || tpSize * ppSize * copies !== all) {
    refuse(where, {
      code: 'LLMD-ENGINE-PARALLELISM',
      got: `tpSize ${options.tpSize ?? 'left out'}, ppSize ${ppSize} and ${copies} copies for ${all} accelerators`,
      expected: 'a product of these that is the number of accelerators of a replica',
      remedy: 'leave tpSize out, or correct the count of the accelerator',
    });
  }
  if (enableDpAttention && tpSize % dpSize !== 0) {
    refuse(where, {
      code: 'LLMD-SGLANG-DP-ATTENTION',
      got: `dpSize ${dpSize} and tpSize ${tpSize} with enableDpAttention`,
      expected: 'tpSize to be a multiple of dpSize',
      remedy: 'lower dpSize, or raise the count of the accelerator',
    });
  }
  return tpSize;
}
