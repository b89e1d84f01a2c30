import { type AcceleratorId, ACCELERATORS, INTEL_RENDER_GROUP, TPU_HOSTS } from '../catalogue/accelerators';
import { refuse } from '../errors';
import { checkedOptions } from '../options/check';
import {
  AMD,
  ASCEND,
  type AmdOptions,
  type AscendOptions,
  CUSTOM,
  type CustomAcceleratorOptions,
  DEVICE_CLAIM,
  type DeviceClaimOptions,
  GOOGLE_TPU,
  type GoogleTpuOptions,
  INTEL_GAUDI,
  INTEL_XPU,
  IntelGpuDriver,
  type IntelGaudiOptions,
  type IntelXpuOptions,
  NVIDIA,
  type NvidiaOptions,
} from './accelerator-options';
import { type AcceleratorSpec, AcceleratorVendor } from './accelerator-spec';
import { tpuSlice } from './tpu-slice';

/**
 * What an engine computes on, and how many of them a pod gets. Without a `securityException` all pods stay
 * within the `restricted` Pod Security Standard: device plugins and drivers hand the devices to containers without
 * privileges.
 */
export class Accelerator {
  /** NVIDIA GPUs, by the device plugin `nvidia.com/gpu`. Nodes may carry the taint `nvidia.com/gpu`. */
  static nvidia(options: NvidiaOptions): Accelerator {
    const { count, product, resource, runtimeClassName, securityException } = checkedOptions(
      'Accelerator.nvidia',
      options,
      NVIDIA,
    );
    return new Accelerator({
      ...upstream(AcceleratorVendor.NVIDIA, product),
      count,
      ...(resource !== undefined && { resource }),
      runtimeClassName,
      securityException,
    });
  }

  /** AMD GPUs, by the device plugin `amd.com/gpu`. */
  static amd(options: AmdOptions): Accelerator {
    const { count, product, groups, securityException } = checkedOptions('Accelerator.amd', options, AMD);
    return new Accelerator({
      ...upstream(AcceleratorVendor.AMD, product),
      count,
      securityException,
      supplementalGroups: groups,
    });
  }

  /** Intel GPUs, by the device plugin `gpu.intel.com/xe` or `gpu.intel.com/i915`. */
  static intelXpu(options: IntelXpuOptions): Accelerator {
    const {
      count,
      driver = IntelGpuDriver.XE,
      groups = [INTEL_RENDER_GROUP],
      securityException,
    } = checkedOptions('Accelerator.intelXpu', options, INTEL_XPU);
    const { resource, ...rest } = upstream(AcceleratorVendor.INTEL_XPU);
    return new Accelerator({
      ...rest,
      count,
      resource: `${resource}/${driver}`,
      securityException,
      supplementalGroups: groups,
    });
  }

  /** Intel Gaudi, by the device plugin `habana.ai/gaudi`. */
  static intelGaudi(options: IntelGaudiOptions): Accelerator {
    const { count, runtimeClassName, securityException } = checkedOptions(
      'Accelerator.intelGaudi',
      options,
      INTEL_GAUDI,
    );
    return new Accelerator({
      ...upstream(AcceleratorVendor.INTEL_GAUDI),
      count,
      securityException,
      runtimeClassName,
    });
  }

  /**
   * Google TPUs on GKE. The chips of a pod follow from the topology: all of them where one host has them, up
   * to 8 for `tpu-v5-lite-podslice`, `tpu-v5-lite-device` and `tpu-v6e-slice` and up to 4 for other types, else 4. A larger
   * topology needs `nodesPerReplica`, a pod for each host.
   * @see https://cloud.google.com/kubernetes-engine/docs/concepts/tpus
   */
  static googleTpu(options: GoogleTpuOptions): Accelerator {
    const { type, topology } = checkedOptions('Accelerator.googleTpu', options, GOOGLE_TPU);
    return new Accelerator({
      ...upstream(AcceleratorVendor.GOOGLE_TPU),
      ...tpuSlice('Accelerator.googleTpu', type, topology),
      nodeSelector: { [TPU_HOSTS.typeLabel]: type, [TPU_HOSTS.topologyLabel]: topology },
    });
  }

  /** Huawei Ascend NPUs, by the device plugin `huawei.com/Ascend910`. */
  static ascend(options: AscendOptions): Accelerator {
    const { count, resource, securityException } = checkedOptions('Accelerator.ascend', options, ASCEND);
    return new Accelerator({
      ...upstream(AcceleratorVendor.ASCEND),
      count,
      ...(resource !== undefined && { resource }),
      securityException,
    });
  }

  /** Any accelerator with a device plugin. */
  static custom(options: CustomAcceleratorOptions): Accelerator {
    const { vendor = AcceleratorVendor.OTHER, groups, ...rest } = checkedOptions('Accelerator.custom', options, CUSTOM);
    return new Accelerator({ vendor, supplementalGroups: groups, ...rest });
  }

  /**
   * Devices of a DeviceClass, by dynamic resource allocation: the model server makes a ResourceClaimTemplate, and each
   * pod gets a claim of its own. Needs Kubernetes 1.34 and the driver of the class.
   * @see https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/
   */
  static deviceClaim(options: DeviceClaimOptions): Accelerator {
    const where = 'Accelerator.deviceClaim';
    const { deviceClass, count, selectors, groups, securityException } = checkedOptions(where, options, DEVICE_CLAIM);
    const vendor = options.vendor ?? vendorOf(deviceClass);
    if (vendor === undefined) {
      refuse(where, {
        code: 'LLMD-ACCELERATOR-VENDOR',
        got: `the device class ${deviceClass} without a vendor`,
        expected: 'a vendor, since the image of the engine depends on it',
        remedy: 'pass vendor: AcceleratorVendor.OTHER and an image for the engine, or the maker',
      });
    }
    return new Accelerator({
      vendor,
      count,
      deviceClass,
      deviceSelectors: selectors,
      securityException,
      supplementalGroups: groups ?? (vendor === AcceleratorVendor.INTEL_XPU ? [INTEL_RENDER_GROUP] : undefined),
      usesSharedMemory: vendor === AcceleratorVendor.OTHER || ACCELERATORS[vendor].usesSharedMemory,
    });
  }

  private constructor(
    /** What a pod with it needs. */
    readonly spec: AcceleratorSpec,
  ) {}
}

/** What the catalogue knows of a maker's accelerators. */
function upstream(vendor: Exclude<AcceleratorVendor, AcceleratorVendor.OTHER>, product?: string) {
  const { resource, taint, productLabel, usesSharedMemory } = ACCELERATORS[vendor satisfies AcceleratorId];
  return {
    vendor,
    resource,
    usesSharedMemory,
    ...(product !== undefined && productLabel !== undefined && { nodeSelector: { [productLabel]: product } }),
    ...(taint !== undefined && { tolerations: [{ key: taint, operator: 'Exists', effect: 'NoSchedule' }] }),
  };
}

/** The maker of the devices of a DeviceClass, where the class is known. */
function vendorOf(deviceClass: string): AcceleratorVendor | undefined {
  return Object.values(AcceleratorVendor).find(
    (vendor) => vendor !== AcceleratorVendor.OTHER && ACCELERATORS[vendor].deviceClasses.includes(deviceClass),
  );
}
