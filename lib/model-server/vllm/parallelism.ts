import { refuse } from '../../errors';
import type { Accelerator } from '../accelerator';
import { type AcceleratorSpec, AcceleratorVendor } from '../accelerator-spec';

/** How one replica spreads over its accelerators. */
export interface Parallelism {
  readonly tensorParallelSize: number;
  readonly pipelineParallelSize: number;
  readonly dataParallelSize: number;
  /** Data-parallel ranks of one pod. */
  readonly localRanks: number;
  /** Ports of the HTTP API on one pod. */
  readonly ports: number;
}

interface VllmSpread {
  readonly tensorParallelSize?: number;
  readonly pipelineParallelSize?: number;
  readonly dataParallelSize?: number;
  readonly dataParallelMultiPortExternalLb?: boolean;
  readonly accelerator: Accelerator;
}

const TPU_TYPE = 'cloud.google.com/gke-tpu-accelerator';

/**
 * The sizes that a replica has on its accelerators: their product is the number of accelerators, and the tensor-parallel
 * size follows from the others. Chips of TPUs and accelerators of unknown vendors may have several devices each: there,
 * a size that is given is taken as it is.
 */
export function parallelism(where: string, options: VllmSpread, nodes: number): Parallelism {
  const { pipelineParallelSize = 1, dataParallelSize = 1, accelerator, dataParallelMultiPortExternalLb } = options;
  const { spec } = accelerator;
  const devices = devicesOf(spec) * nodes;
  const tensorParallelSize = options.tensorParallelSize ?? devices / (pipelineParallelSize * dataParallelSize);
  const needed = tensorParallelSize * pipelineParallelSize * dataParallelSize;
  const isFree =
    options.tensorParallelSize !== undefined &&
    (spec.vendor === AcceleratorVendor.GOOGLE_TPU || spec.vendor === AcceleratorVendor.OTHER);
  if (!Number.isInteger(tensorParallelSize) || (needed !== devices && !isFree)) {
    const ofNodes = nodes === 1 ? '' : ` on ${nodes} nodes`;
    refuse(where, {
      code: 'LLMD-ENGINE-PARALLELISM',
      got: `tensorParallelSize ${options.tensorParallelSize ?? '(left out)'} × pipelineParallelSize ${pipelineParallelSize} × dataParallelSize ${dataParallelSize} with ${devices} accelerators${ofNodes} (accelerator.count ${spec.count})`,
      expected: 'a product that is the number of accelerators',
      remedy: Number.isInteger(tensorParallelSize)
        ? `set the accelerator's count to ${needed / nodes}, or leave tensorParallelSize out`
        : 'set the count of the accelerator to a multiple of the sizes, or lower them',
    });
  }
  const localRanks = Math.max(1, dataParallelSize / nodes);
  if (!Number.isInteger(localRanks)) {
    refuse(where, {
      code: 'LLMD-ENGINE-PARALLELISM',
      got: `dataParallelSize ${dataParallelSize} on ${nodes} nodes`,
      expected: 'as many data-parallel ranks on each node',
      remedy: `set dataParallelSize to a multiple of nodesPerReplica, ${nodes}`,
    });
  }
  const ports = dataParallelMultiPortExternalLb ? localRanks : 1;
  return { tensorParallelSize, pipelineParallelSize, dataParallelSize, localRanks, ports };
}

/** A chip of the type `tpu7x` has two cores, each of which is a device to JAX; chips of earlier types are one. */
function devicesOf({ count, nodeSelector = {} }: AcceleratorSpec): number {
  return nodeSelector[TPU_TYPE] === 'tpu7x' ? 2 * count : count;
}
