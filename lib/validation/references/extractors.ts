import {
  AGENTGATEWAY_GROUP,
  ENVOY_GATEWAY_GROUP,
  EXPERIMENTAL_GROUP,
  LLM_D_GROUP,
  POOL_GROUP,
} from '../../catalogue/api-groups';
import type { Resource } from '../../api-server/resource';
import { backendTlsPolicy, gateway, gatewayClass, listenerSet, referenceGrant, route } from './gateway-api';
import { inferencePool, legacyInferencePool, poolReference } from './inference';
import { destinationRule } from './istio';
import {
  autoscaler,
  binding,
  ingress,
  networkPolicy,
  persistentVolumeClaim,
  podDisruptionBudget,
  secret,
  service,
  serviceAccount,
  statefulSet,
  verticalPodAutoscaler,
} from './kubernetes';
import { podMonitor, podMonitoring, serviceMonitor } from './monitoring';
import { byFieldNames, envoyProxy } from './policies';
import type { Extractor } from './reference';
import { own } from '../../text/own';

/** How each kind refers to others. Workloads refer through their pods, for which see pod.ts. */
const BY_KIND: { readonly [groupAndKind: string]: Extractor } = {
  '/PersistentVolumeClaim': persistentVolumeClaim,
  '/Secret': secret,
  '/Service': service,
  '/ServiceAccount': serviceAccount,
  'aigateway.envoyproxy.io/AIGatewayRoute': route,
  'apps/StatefulSet': statefulSet,
  'autoscaling.k8s.io/VerticalPodAutoscaler': verticalPodAutoscaler,
  'autoscaling/HorizontalPodAutoscaler': autoscaler,
  [`${ENVOY_GATEWAY_GROUP}/EnvoyProxy`]: envoyProxy,
  'gateway.networking.k8s.io/BackendTLSPolicy': backendTlsPolicy,
  'gateway.networking.k8s.io/GRPCRoute': route,
  'gateway.networking.k8s.io/Gateway': gateway,
  'gateway.networking.k8s.io/GatewayClass': gatewayClass,
  'gateway.networking.k8s.io/HTTPRoute': route,
  'gateway.networking.k8s.io/ListenerSet': listenerSet,
  'gateway.networking.k8s.io/ReferenceGrant': referenceGrant,
  'gateway.networking.k8s.io/TCPRoute': route,
  'gateway.networking.k8s.io/TLSRoute': route,
  'gateway.networking.k8s.io/UDPRoute': route,
  'gateway.networking.x-k8s.io/XListenerSet': listenerSet,
  [`${POOL_GROUP}/InferencePool`]: inferencePool,
  [`${EXPERIMENTAL_GROUP}/InferenceModelRewrite`]: poolReference,
  [`${EXPERIMENTAL_GROUP}/InferenceObjective`]: poolReference,
  [`${EXPERIMENTAL_GROUP}/InferencePool`]: legacyInferencePool,
  'keda.sh/ScaledObject': autoscaler,
  [`${LLM_D_GROUP}/InferenceModelRewrite`]: poolReference,
  [`${LLM_D_GROUP}/InferenceObjective`]: poolReference,
  'monitoring.coreos.com/PodMonitor': podMonitor,
  'monitoring.coreos.com/ServiceMonitor': serviceMonitor,
  'monitoring.googleapis.com/PodMonitoring': podMonitoring,
  'networking.istio.io/DestinationRule': destinationRule,
  'networking.k8s.io/Ingress': ingress,
  'networking.k8s.io/NetworkPolicy': networkPolicy,
  'policy/PodDisruptionBudget': podDisruptionBudget,
  'rbac.authorization.k8s.io/ClusterRoleBinding': binding,
  'rbac.authorization.k8s.io/RoleBinding': binding,
};

/** Products that name their reference fields as Gateway API does, whatever the kind. */
const BY_GROUP: { readonly [group: string]: Extractor } = {
  [AGENTGATEWAY_GROUP]: byFieldNames,
  [ENVOY_GATEWAY_GROUP]: byFieldNames,
  'gateway.kgateway.dev': byFieldNames,
  'gateway.nginx.org': byFieldNames,
  'networking.gke.io': byFieldNames,
};

/** Reads the references of an object of this kind; undefined for a kind that refers to nothing, or that is unknown. */
export function extractorOf({ group, kind }: Resource): Extractor | undefined {
  return own(BY_KIND, `${group}/${kind}`) ?? own(BY_GROUP, group);
}
