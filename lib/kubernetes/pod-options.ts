import type { ContainerResources, EnvValue, ISecret, IServiceAccount, k8s } from 'cdk8s-plus-28';
import type { Checks } from '../options/check';
import { listOf, yaml } from '../options/checks';
import type { Mount } from './mount';
import {
  amounts,
  annotations,
  container,
  containerResources,
  environment,
  imageRegistry,
  labels,
  mount,
  objectName,
  secret,
  serviceAccount,
  textOfProcess,
  volume,
} from './option-checks';
import { type ProbeOptions, probeOptions } from './probe-options';

/** Options of the pods of any workload. */
export interface PodOptions {
  /**
   * An existing ServiceAccount for the pods.
   * @default - the workload's own where it talks to the API server, else the namespace's `default` without a token
   */
  readonly serviceAccount?: IServiceAccount;
  /**
   * A registry that mirrors the images of this workload, for example `mirror.example.com/hub`: it replaces their host. In
   * a stack it is used for the endpoint picker too; the image of a proxy is an option of its data plane.
   * @default - the images' own registries
   */
  readonly imageRegistry?: string;
  /**
   * Secrets of type `kubernetes.io/dockerconfigjson` for pulling the images.
   * @default - none
   */
  readonly imagePullSecrets?: ISecret[];
  /**
   * CPU, memory and ephemeral storage of the main container. Values that are left out keep their defaults.
   * @default - see the workload
   */
  readonly resources?: ContainerResources;
  /**
   * Limits of the main container for resources of other names, for example `{ 'example.com/fpga': '1' }`. Kubernetes
   * takes the limit as the request too.
   * @default - none
   */
  readonly extraResources?: { readonly [resource: string]: string };
  /**
   * Labels of nodes on which the pods may run.
   * @default - any node
   */
  readonly nodeSelector?: { readonly [label: string]: string };
  /**
   * Taints that the pods tolerate, as in YAML.
   * @default - none
   */
  readonly tolerations?: k8s.Toleration[];
  /**
   * Affinity of the pods, as in YAML.
   * @default - none
   */
  readonly affinity?: k8s.Affinity;
  /**
   * How the pods spread over nodes, zones and so on, as in YAML. A `labelSelector` that is left out is the workload's own.
   * @default - none
   */
  readonly topologySpreadConstraints?: k8s.TopologySpreadConstraint[];
  /**
   * PriorityClass of the pods.
   * @default - the cluster's default
   */
  readonly priorityClassName?: string;
  /**
   * RuntimeClass of the pods.
   * @default - what an accelerator needs, else the cluster's default
   */
  readonly runtimeClassName?: string;
  /**
   * Environment variables of the main container. They replace the workload's own of the same name.
   * @default - none
   */
  readonly extraEnv?: { readonly [name: string]: EnvValue };
  /**
   * Arguments that are appended to the main container's.
   * @default - none
   */
  readonly extraArgs?: string[];
  /**
   * More volumes of the main container. One at the path of the workload's own replaces it.
   * @default - none
   */
  readonly extraMounts?: Mount[];
  /**
   * More volumes of the pods, as in YAML, for init containers, sidecars and extra containers. They can mount the volumes
   * of the main container as well, whose names come from their paths: the one at `/models` is `models`.
   * @default - none
   */
  readonly extraVolumes?: { [key: string]: any }[];
  /**
   * Containers that end before the main container starts, as in YAML. `imageRegistry` does not change their image. Where
   * they have no securityContext, they get one that the `restricted` standard admits.
   * @default - none
   */
  readonly initContainers?: { [key: string]: any }[];
  /**
   * Containers that start before the init containers and end after the main container, as in YAML: init containers with
   * `restartPolicy: Always`, which is added. Image and securityContext as for `initContainers`.
   * @default - none
   */
  readonly sidecars?: { [key: string]: any }[];
  /**
   * Containers beside the main one, as in YAML. They start and end at the same time as it. Image and securityContext as
   * for `initContainers`.
   * @default - none
   */
  readonly extraContainers?: { [key: string]: any }[];
  /**
   * Hooks of the main container, as in YAML: `postStart`, and `preStop` where the workload has none of its own.
   * @default - the workload's own
   */
  readonly lifecycle?: { [key: string]: any };
  /**
   * Times and counts of the main container's probes. Values that are left out keep their defaults.
   * @default - see the workload
   */
  readonly probes?: ProbeOptions;
  /**
   * More labels of the pods. Selectors do not use them.
   * @default - none
   */
  readonly podLabels?: { readonly [key: string]: string };
  /**
   * Annotations of the pods.
   * @default - none
   */
  readonly podAnnotations?: { readonly [key: string]: string };
}

/** Checks of `PodOptions`, for the tables of workloads. */
export const POD_OPTION_CHECKS: Checks<PodOptions> = {
  serviceAccount,
  imageRegistry,
  imagePullSecrets: listOf(secret),
  resources: containerResources,
  extraResources: amounts,
  nodeSelector: labels,
  tolerations: listOf(yaml),
  affinity: yaml,
  topologySpreadConstraints: listOf(yaml),
  priorityClassName: objectName,
  runtimeClassName: objectName,
  extraEnv: environment,
  extraArgs: listOf(textOfProcess),
  extraMounts: listOf(mount),
  extraVolumes: listOf(volume),
  initContainers: listOf(container),
  sidecars: listOf(container),
  extraContainers: listOf(container),
  lifecycle: yaml,
  probes: probeOptions,
  podLabels: labels,
  podAnnotations: annotations,
};
