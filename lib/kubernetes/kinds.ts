import type { AgentgatewayParametersSpec } from '../../imports/agentgateway.dev';
import type {
  BackendTrafficPolicySpec,
  ClientTrafficPolicySpec,
  EnvoyExtensionPolicySpec,
  EnvoyProxySpec,
} from '../../imports/gateway.envoyproxy.io';
import type { GatewaySpec, HttpRouteSpec } from '../../imports/gateway.networking.k8s.io';
import type { InferencePoolSpec } from '../../imports/inference.networking.k8s.io';
import type {
  ClusterRole,
  ClusterRoleBinding,
  DeploymentSpec,
  JobSpec,
  NamespaceSpec,
  PersistentVolumeClaimSpec,
  PodDisruptionBudgetSpec,
  ResourceClaimTemplateSpec,
  Role,
  RoleBinding,
  ServiceSpec,
} from '../../imports/k8s';
import type { LeaderWorkerSetSpec } from '../../imports/leaderworkerset.x-k8s.io';
import type { InferenceModelRewriteSpec, InferenceObjectiveSpec } from '../../imports/llm-d.ai';
import type { AGENTGATEWAY_API_VERSION, ENVOY_GATEWAY_API_VERSION, POOL_API_VERSION } from '../catalogue/api-groups';
import type { Wire } from './wire';

/** The namespaced kinds that constructs make, with the fields beside apiVersion, kind and metadata. */
export interface NamespacedKinds extends PoolKinds, AgentgatewayKinds, EnvoyGatewayKinds {
  'v1/ConfigMap': { readonly data: { readonly [key: string]: string } };
  'v1/Service': { readonly spec: ServiceSpec };
  'v1/PersistentVolumeClaim': { readonly spec: PersistentVolumeClaimSpec };
  'apps/v1/Deployment': { readonly spec: DeploymentSpec };
  'batch/v1/Job': { readonly spec: JobSpec };
  'leaderworkerset.x-k8s.io/v1/LeaderWorkerSet': { readonly spec: Wire<LeaderWorkerSetSpec> };
  'policy/v1/PodDisruptionBudget': { readonly spec: PodDisruptionBudgetSpec };
  'resource.k8s.io/v1/ResourceClaimTemplate': { readonly spec: ResourceClaimTemplateSpec };
  'rbac.authorization.k8s.io/v1/Role': Pick<Role, 'rules'>;
  'rbac.authorization.k8s.io/v1/RoleBinding': Pick<RoleBinding, 'roleRef' | 'subjects'>;
  'gateway.networking.k8s.io/v1/Gateway': { readonly spec: Wire<GatewaySpec> };
  'gateway.networking.k8s.io/v1/HTTPRoute': { readonly spec: Wire<HttpRouteSpec> };
}

/** Kinds of one group and version, by `group/version/Kind`, from the types of their specs. */
type KindsOf<ApiVersion extends string, Specs> = {
  readonly [Kind in keyof Specs & string as `${ApiVersion}/${Kind}`]: { readonly spec: Wire<Specs[Kind]> };
};

type PoolKinds = KindsOf<typeof POOL_API_VERSION, { InferencePool: InferencePoolSpec }>;

type AgentgatewayKinds = KindsOf<
  typeof AGENTGATEWAY_API_VERSION,
  { AgentgatewayParameters: AgentgatewayParametersSpec }
>;

type EnvoyGatewayKinds = KindsOf<
  typeof ENVOY_GATEWAY_API_VERSION,
  {
    BackendTrafficPolicy: BackendTrafficPolicySpec;
    ClientTrafficPolicy: ClientTrafficPolicySpec;
    EnvoyExtensionPolicy: EnvoyExtensionPolicySpec;
    EnvoyProxy: EnvoyProxySpec;
  }
>;

/** Kinds whose API group is the release's; the schemas are the same in both groups. */
export interface ModelKinds {
  InferenceModelRewrite: { readonly spec: Wire<InferenceModelRewriteSpec> };
  InferenceObjective: { readonly spec: Wire<InferenceObjectiveSpec> };
}

/** The cluster-scoped kinds that constructs make. */
export interface ClusterKinds {
  'v1/Namespace': { readonly spec?: NamespaceSpec };
  'apiextensions.k8s.io/v1/CustomResourceDefinition': { readonly spec: unknown };
  'rbac.authorization.k8s.io/v1/ClusterRole': Pick<ClusterRole, 'rules'>;
  'rbac.authorization.k8s.io/v1/ClusterRoleBinding': Pick<ClusterRoleBinding, 'roleRef' | 'subjects'>;
}
