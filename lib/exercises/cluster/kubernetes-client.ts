/*
 * What exercises use of the Kubernetes client. The build makes one file of it, which is loaded when a kubeconfig is read.
 * The client's index would bring its classes for all of Kubernetes' kinds.
 */
export { KubeConfig } from '@kubernetes/client-node/dist/config.js';
export type { User as KubeUser } from '@kubernetes/client-node/dist/config_types.js';
export { PortForward } from '@kubernetes/client-node/dist/portforward.js';
