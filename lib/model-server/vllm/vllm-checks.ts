import type { VllmFeature } from '../../catalogue/engines/vllm-features';
import { refuse } from '../../errors';
import { AcceleratorVendor } from '../accelerator-spec';
import type { VllmImage } from './vllm-image';
import type { VllmOptions } from './vllm-options';
import { transfersOf } from './vllm-pod';

/** Options that not every known version of vLLM has. */
const VERSIONED: readonly (VllmFeature & keyof VllmOptions)[] = [
  'disableAccessLogForEndpoints',
  'dataParallelMultiPortExternalLb',
  'enableScaleOut',
];

/** Refuses options that the version does not have. */
export function checkVersion(where: string, options: VllmOptions, image: VllmImage): void {
  for (const option of VERSIONED) {
    const value = options[option];
    const isSet = Array.isArray(value) ? value.length > 0 : value === true;
    if (isSet) image.refuseWithout(where, option, option);
  }
  for (const { config, since } of transfersOf(options)) {
    if (since !== undefined) image.refuseBefore(where, `kvTransfer ${String(config.kv_connector)}`, since);
  }
}

/** Refuses options that do not go together, or not with the accelerator. */
export function checkOptionsTogether(where: string, options: VllmOptions): void {
  const { accelerator, dataParallelMultiPortExternalLb, dataParallelSize = 1 } = options;
  const known = transfersOf(options).find(({ isCustom }) => !isCustom);
  if (known !== undefined && accelerator.spec.vendor === AcceleratorVendor.GOOGLE_TPU) {
    refuse(where, {
      code: 'LLMD-ENGINE-KV-TRANSFER',
      got: `kvTransfer ${String(known.config.kv_connector)} on TPUs`,
      expected: "one of the connectors of vLLM's plugin for TPUs, which has its own",
      remedy:
        "pass KvTransfer.custom({ kv_connector: 'TPUConnector', kv_connector_module_path: 'tpu_inference.distributed.tpu_connector', kv_role: 'kv_both' }), or use Accelerator.nvidia",
    });
  }
  if (dataParallelMultiPortExternalLb && dataParallelSize < 2) {
    refuse(where, {
      code: 'LLMD-ENGINE-RANKS',
      got: `dataParallelMultiPortExternalLb with dataParallelSize ${dataParallelSize}`,
      expected: 'two or more data-parallel ranks, each of which gets a port',
      remedy: 'pass dataParallelSize, or leave dataParallelMultiPortExternalLb out',
    });
  }
}
