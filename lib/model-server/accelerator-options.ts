import type { EnvValue, k8s } from 'cdk8s-plus-28';
import { isQualifiedName } from '../names';
import { type Check, type Checks, refuseType } from '../options/check';
import {
  boolean,
  having,
  listOf,
  mapOf,
  member,
  optionsOf,
  required,
  text,
  textLike,
  whole,
  yaml,
} from '../options/checks';
import { AcceleratorVendor } from './accelerator-spec';
import { SECURITY_EXCEPTION_CHECKS, type SecurityException } from './security-exception';

/** Options of all accelerators but TPUs. */
export interface AcceleratorOptions {
  /**
   * Rights beyond the Pod Security Standard `restricted`, with the reason. No device plugin and no driver asks for them;
   * RDMA between nodes does: `{ capabilities: ['IPC_LOCK'], reason: 'RDMA pins memory' }`.
   * @default - none: the pods meet `restricted`
   */
  readonly securityException?: SecurityException;
}

/** Options of `Accelerator.nvidia`. */
export interface NvidiaOptions extends AcceleratorOptions {
  /** GPUs of one pod. */
  readonly count: number;
  /**
   * Product as GPU feature discovery writes it into the node label `nvidia.com/gpu.product`, for example
   * `NVIDIA-H100-80GB-HBM3`.
   * @default - any
   */
  readonly product?: string;
  /**
   * Resource of the device plugin: for a part of a GPU its MIG profile, for example `nvidia.com/mig-3g.40gb`.
   * @default nvidia.com/gpu
   */
  readonly resource?: string;
  /**
   * RuntimeClass, where NVIDIA's container runtime is not the default of the nodes, for example `nvidia`.
   * @default - the cluster's
   */
  readonly runtimeClassName?: string;
}

/** Options of `Accelerator.amd`. */
export interface AmdOptions extends AcceleratorOptions {
  /** GPUs of one pod. */
  readonly count: number;
  /**
   * Product as the node labeller writes it into the node label `amd.com/gpu.product-name`, for example
   * `AMD_Instinct_MI300X_OAM`.
   * @default - any
   */
  readonly product?: string;
  /**
   * Numeric groups of /dev/kfd and /dev/dri on the nodes, without which a user other than root cannot open them. They
   * differ between distributions: `stat -c %g /dev/kfd` says them.
   * @default - none
   */
  readonly groups?: number[];
}

/** Kernel drivers of Intel GPUs. */
export enum IntelGpuDriver {
  /** The older driver: `gpu.intel.com/i915`. */
  I915 = 'i915',
  /** The driver of Xe2 and later: `gpu.intel.com/xe`. */
  XE = 'xe',
}

/** Options of `Accelerator.intelXpu`. */
export interface IntelXpuOptions extends AcceleratorOptions {
  /** GPUs of one pod. */
  readonly count: number;
  /**
   * Kernel driver of the nodes, which names the resource.
   * @default IntelGpuDriver.XE
   */
  readonly driver?: IntelGpuDriver;
  /**
   * Numeric groups of /dev/dri/renderD* on the nodes, without which a user other than root cannot open them.
   * @default [107], the group `render` of llm-d's guides for XPU
   */
  readonly groups?: number[];
}

/** Options of `Accelerator.intelGaudi`. */
export interface IntelGaudiOptions extends AcceleratorOptions {
  /** Accelerators of one pod. */
  readonly count: number;
  /**
   * RuntimeClass, where Habana's container runtime is not the default of the nodes, for example `habana`.
   * @default - the cluster's
   */
  readonly runtimeClassName?: string;
}

/** Options of `Accelerator.googleTpu`. */
export interface GoogleTpuOptions {
  /** Type as in GKE's node label `cloud.google.com/gke-tpu-accelerator`, for example `tpu-v6e-slice`. */
  readonly type: string;
  /** Topology of the slice as in `cloud.google.com/gke-tpu-topology`, for example `2x4`. The number of chips is its product. */
  readonly topology: string;
}

/** Options of `Accelerator.ascend`. */
export interface AscendOptions extends AcceleratorOptions {
  /** NPUs of one pod. */
  readonly count: number;
  /**
   * Resource of the device plugin.
   * @default huawei.com/Ascend910
   */
  readonly resource?: string;
}

/** Options of `Accelerator.custom`. */
export interface CustomAcceleratorOptions extends AcceleratorOptions {
  /** Extended resource, for example `example.com/npu`. */
  readonly resource: string;
  /** Accelerators of one pod. */
  readonly count: number;
  /**
   * The maker, where the engine's image shall be that of a known one.
   * @default AcceleratorVendor.OTHER
   */
  readonly vendor?: AcceleratorVendor;
  /**
   * Labels of nodes that have it.
   * @default - none
   */
  readonly nodeSelector?: { readonly [label: string]: string };
  /**
   * Taints of such nodes, as in YAML.
   * @default - none
   */
  readonly tolerations?: k8s.Toleration[];
  /**
   * RuntimeClass of the pod.
   * @default - the cluster's
   */
  readonly runtimeClassName?: string;
  /**
   * Environment variables of the engine's container.
   * @default - none
   */
  readonly env?: { readonly [name: string]: EnvValue };
  /**
   * Groups of the pod besides its own.
   * @default - none
   */
  readonly groups?: number[];
  /**
   * Whether several of them exchange data through /dev/shm.
   * @default false
   */
  readonly usesSharedMemory?: boolean;
}

/** Options of `Accelerator.deviceClaim`. */
export interface DeviceClaimOptions extends AcceleratorOptions {
  /** DeviceClass of the driver, for example `gpu.nvidia.com`. */
  readonly deviceClass: string;
  /** Devices of one pod. */
  readonly count: number;
  /**
   * CEL expressions that each device must satisfy, for example
   * `device.attributes["gpu.nvidia.com"].productName == "NVIDIA H100 80GB HBM3"`.
   * @default - any device of the class
   */
  readonly selectors?: string[];
  /**
   * The maker.
   * @default - known from the classes of the makers' own drivers, such as gpu.nvidia.com
   */
  readonly vendor?: AcceleratorVendor;
  /**
   * Groups of the pod besides its own.
   * @default - the maker's
   */
  readonly groups?: number[];
}

/** The most that a node has: no board or slice has more on one host. */
const count = required(whole(1, 64));
const groups = listOf(whole(1));
const labelText = textLike(/^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/, 'the value of a node label');
const className = textLike(
  /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/,
  'the name of such an object: lower-case letters, digits, "-" and "."',
);

const resource: Check = (where, path, value) => {
  text(where, path, value);
  const name = value as string;
  if (!name.includes('/') || !isQualifiedName(name)) {
    refuseType(where, path, value, 'the name of an extended resource with its prefix, for example nvidia.com/gpu');
  }
};

const COMMON: Checks<AcceleratorOptions> = { securityException: optionsOf(SECURITY_EXCEPTION_CHECKS) };

export const NVIDIA: Checks<NvidiaOptions> = {
  ...COMMON,
  count,
  product: labelText,
  resource,
  runtimeClassName: className,
};
export const AMD: Checks<AmdOptions> = { ...COMMON, count, product: labelText, groups };
export const INTEL_XPU: Checks<IntelXpuOptions> = { ...COMMON, count, driver: member(IntelGpuDriver), groups };
export const INTEL_GAUDI: Checks<IntelGaudiOptions> = { ...COMMON, count, runtimeClassName: className };
export const GOOGLE_TPU: Checks<GoogleTpuOptions> = {
  type: required(labelText),
  topology: required(
    textLike(/^[1-9]\d{0,2}(x[1-9]\d{0,2}){1,2}$/, 'two or three numbers with x, for example 2x4 or 2x2x1'),
  ),
};
export const ASCEND: Checks<AscendOptions> = { ...COMMON, count, resource };
export const CUSTOM: Checks<CustomAcceleratorOptions> = {
  ...COMMON,
  resource: required(resource),
  count,
  vendor: member(AcceleratorVendor),
  nodeSelector: mapOf(labelText),
  tolerations: listOf(yaml),
  runtimeClassName: className,
  env: mapOf(having('an EnvValue, for example EnvValue.fromValue("1")', 'value')),
  groups,
  usesSharedMemory: boolean,
};
export const DEVICE_CLAIM: Checks<DeviceClaimOptions> = {
  ...COMMON,
  deviceClass: required(className),
  count,
  selectors: listOf(text),
  vendor: member(AcceleratorVendor),
  groups,
};
