import type { EnvValue, k8s } from 'cdk8s-plus-28';
import type { SecurityException } from './security-exception';

/** Makers of accelerators, as far as engines treat them differently. */
export enum AcceleratorVendor {
  /** NVIDIA GPUs: CUDA. */
  NVIDIA = 'nvidia',
  /** AMD GPUs: ROCm. */
  AMD = 'amd',
  /** Intel GPUs: XPU. */
  INTEL_XPU = 'intel-xpu',
  /** Intel Gaudi. */
  INTEL_GAUDI = 'intel-gaudi',
  /** Google TPUs. */
  GOOGLE_TPU = 'google-tpu',
  /** Huawei Ascend NPUs. */
  ASCEND = 'ascend',
  /** Any other: the user's own image and flags. */
  OTHER = 'other',
}

/** What a pod with accelerators needs of its node and of Kubernetes. */
export interface AcceleratorSpec {
  /** Who made it. */
  readonly vendor: AcceleratorVendor;
  /** Accelerators of one pod. */
  readonly count: number;
  /**
   * Nodes, and so pods of a replica, where the accelerators of several nodes belong together, as those of a TPU slice do.
   * @default - any number
   */
  readonly hosts?: number;
  /**
   * Extended resource of the device plugin, for example `nvidia.com/gpu`. It goes into the container's limits.
   * @default - none: `deviceClass` is given
   */
  readonly resource?: string;
  /**
   * DeviceClass of Kubernetes' dynamic resource allocation, for which a ResourceClaimTemplate is made.
   * @default - none: `resource` is given
   */
  readonly deviceClass?: string;
  /**
   * CEL expressions that a device of the DeviceClass must satisfy.
   * @default - any device of the class
   */
  readonly deviceSelectors?: string[];
  /**
   * Labels of nodes that have it.
   * @default - none
   */
  readonly nodeSelector?: { readonly [label: string]: string };
  /**
   * Taints of such nodes.
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
   * Groups of the pod besides its own, for device files that belong to a group.
   * @default - none
   */
  readonly supplementalGroups?: number[];
  /**
   * Whether several of them exchange data through /dev/shm, as NCCL does.
   * @default false
   */
  readonly usesSharedMemory?: boolean;
  /**
   * Rights beyond the Pod Security Standard `restricted`, with the reason.
   * @default - none: the pods meet `restricted`
   */
  readonly securityException?: SecurityException;
}
