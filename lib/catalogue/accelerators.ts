/** Makers of accelerators; `AcceleratorVendor` of the constructs has these values and `other`. */
export type AcceleratorId = 'nvidia' | 'amd' | 'intel-xpu' | 'intel-gaudi' | 'google-tpu' | 'ascend';

/** How a cluster offers the accelerators of one maker. */
export interface AcceleratorData {
  /** Extended resource of the device plugin. Intel's names the kernel driver after it. */
  readonly resource: string;
  /** Taint that nodes with it may carry. */
  readonly taint?: string;
  /** Label of nodes with the name of the product. */
  readonly productLabel?: string;
  /** DeviceClasses of the drivers for dynamic resource allocation. */
  readonly deviceClasses: readonly string[];
  /** Whether several of them exchange data through /dev/shm, as NCCL does. */
  readonly usesSharedMemory: boolean;
}

/**
 * Sources: the README of each maker's device plugin, node labeller (NVIDIA: gpu-feature-discovery) and driver for dynamic
 * resource allocation; llm-d's guides for the shared memory. None of them ran here.
 */
export const ACCELERATORS: Readonly<Record<AcceleratorId, AcceleratorData>> = {
  nvidia: {
    resource: 'nvidia.com/gpu',
    taint: 'nvidia.com/gpu',
    productLabel: 'nvidia.com/gpu.product',
    deviceClasses: ['gpu.nvidia.com', 'mig.nvidia.com'],
    usesSharedMemory: true,
  },
  amd: {
    resource: 'amd.com/gpu',
    taint: 'amd.com/gpu',
    productLabel: 'amd.com/gpu.product-name',
    deviceClasses: ['gpu.amd.com'],
    usesSharedMemory: true,
  },
  'intel-xpu': { resource: 'gpu.intel.com', deviceClasses: ['gpu.intel.com'], usesSharedMemory: true },
  'intel-gaudi': {
    resource: 'habana.ai/gaudi',
    taint: 'habana.ai/gaudi',
    deviceClasses: ['gaudi.intel.com'],
    usesSharedMemory: true,
  },
  'google-tpu': {
    resource: 'google.com/tpu',
    taint: 'google.com/tpu',
    deviceClasses: ['tpu.google.com'],
    usesSharedMemory: false,
  },
  ascend: { resource: 'huawei.com/Ascend910', deviceClasses: [], usesSharedMemory: true },
};

/** The group `render` of the nodes in llm-d's guides for XPU. */
export const INTEL_RENDER_GROUP = 107;

/**
 * Chips of a TPU host on GKE. The types with hosts of up to 8 chips are slices of their own: a slice of several hosts has 4
 * chips on each, of any type.
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/tpus
 */
export const TPU_HOSTS = {
  typeLabel: 'cloud.google.com/gke-tpu-accelerator',
  topologyLabel: 'cloud.google.com/gke-tpu-topology',
  chips: 4,
  typesWithLargeHosts: ['tpu-v5-lite-podslice', 'tpu-v5-lite-device', 'tpu-v6e-slice'],
  chipsOfLargeHost: 8,
} as const;
