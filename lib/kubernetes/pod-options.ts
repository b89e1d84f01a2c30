import type { ContainerResources, EnvValue, ISecret, IServiceAccount, k8s } from 'cdk8s-plus-28';
import type { Mount } from './mount';

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
   * CPU and memory of the main container. Values that are left out keep their defaults.
   * @default - see the workload
   */
  readonly resources?: ContainerResources;
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
