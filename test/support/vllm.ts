import {
  Accelerator,
  AcceleratorVendor,
  Drain,
  Engine,
  type EngineRequest,
  type EngineSpec,
  Model,
  type VllmOptions,
} from '../../lib';

/** The model of these tests. */
export const MODEL = Model.huggingFace('org/model');

/** Accelerators of a vendor. */
export function accelerator(vendor: AcceleratorVendor, count = 1, more: object = {}): Accelerator {
  return Accelerator.custom({ vendor, count, resource: 'example.com/device', usesSharedMemory: true, ...more });
}

/** One GPU of NVIDIA. */
export const GPU = accelerator(AcceleratorVendor.NVIDIA);

/** What vLLM on one GPU, unless the options say otherwise, asks of a model server. */
export function specify(options: Partial<VllmOptions> = {}, request: Partial<EngineRequest> = {}): EngineSpec {
  return Engine.vllm({ accelerator: GPU, ...options }).specify({
    model: MODEL,
    servedModelNames: ['org/model'],
    port: 8000,
    drain: Drain.of(),
    adapters: [],
    nodesPerReplica: 1,
    extraArgs: [],
    ...request,
  });
}

/** Its arguments. */
export function args(options: Partial<VllmOptions> = {}, request: Partial<EngineRequest> = {}): string[] {
  return specify(options, request).args ?? [];
}

/** Arguments that every vLLM of these tests has: the first ones, and those after the arguments of its options. */
export const FIRST = ['org/model', '--port=8000'];
export const LOG = '--disable-access-log-for-endpoints=/health,/metrics,/v1/models';
export const DRAIN = '--shutdown-timeout=45';
