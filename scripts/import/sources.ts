/*
 * The sources of `imports/`: pinned versions of Go modules. Go's checksum database makes sure that a version never
 * changes. To use another version, edit it here, or in lib/catalogue/gateways, and run
 * `npm run import`.
 */

import { AGENTGATEWAY, ENVOY_GATEWAY } from '../../lib/catalogue/gateways/gateways';

/** A folder of a Go module at one version. */
export interface Source {
  readonly module: string;
  readonly version: string;
  readonly folder: string;
}

/** A folder of CustomResourceDefinitions, all of one or more groups. */
export interface CrdSource extends Source {
  /** Kinds that validation has a schema of; each becomes a file in `imports/crds` too, from which a platform installs some. */
  readonly kinds: 'all' | readonly string[];
  /** Kinds that constructs create, with the version they use; each becomes TypeScript types. */
  readonly typed: { readonly [kind: string]: string };
  /** A folder with further kinds that a cluster may have. Validation knows only their names and versions. */
  readonly further?: string;
}

/** Kubernetes' OpenAPI. Validation has a schema of all its kinds. */
export interface KubernetesSource extends Source {
  /** Kinds that constructs create, with their apiVersion; each becomes TypeScript types with all types it refers to. */
  readonly kinds: { readonly [kind: string]: string };
}

export const CRD_SOURCES: readonly CrdSource[] = [
  {
    module: 'sigs.k8s.io/gateway-api',
    version: 'v1.5.1',
    folder: 'config/crd/standard',
    kinds: 'all',
    typed: { GatewayClass: 'v1', Gateway: 'v1', HTTPRoute: 'v1', ReferenceGrant: 'v1beta1' },
    further: 'config/crd/experimental',
  },
  {
    // The last version with InferenceModelRewrite and InferenceObjective, which then moved to llm-d (see llm-d.ts).
    module: 'sigs.k8s.io/gateway-api-inference-extension',
    version: 'v1.5.0',
    folder: 'config/crd/bases',
    kinds: ['InferencePool', 'InferenceModelRewrite', 'InferenceObjective'],
    further: 'config/crd/bases',
    typed: { InferencePool: 'v1', InferenceModelRewrite: 'v1alpha2', InferenceObjective: 'v1alpha2' },
  },
  {
    // Types for the other three kinds would be 41,000 lines.
    module: 'github.com/agentgateway/agentgateway',
    version: `v${AGENTGATEWAY.version}`,
    folder: 'controller/install/helm/agentgateway-crds/templates',
    kinds: 'all',
    typed: { AgentgatewayParameters: 'v1alpha1' },
  },
  {
    module: 'github.com/envoyproxy/gateway',
    version: `v${ENVOY_GATEWAY.version}`,
    folder: 'charts/gateway-helm/charts/crds/crds/generated',
    kinds: ['EnvoyExtensionPolicy', 'BackendTrafficPolicy', 'EnvoyProxy', 'ClientTrafficPolicy'],
    further: 'charts/gateway-helm/charts/crds/crds/generated',
    typed: {
      EnvoyExtensionPolicy: 'v1alpha1',
      BackendTrafficPolicy: 'v1alpha1',
      EnvoyProxy: 'v1alpha1',
      ClientTrafficPolicy: 'v1alpha1',
    },
  },
  {
    module: 'sigs.k8s.io/lws',
    version: 'v0.9.0',
    folder: 'config/crd/bases',
    kinds: ['LeaderWorkerSet'],
    further: 'config/crd/bases',
    typed: { LeaderWorkerSet: 'v1' },
  },
  {
    // The newest version that the Go proxy serves.
    module: 'github.com/prometheus-operator/prometheus-operator',
    version: 'v0.94.0',
    folder: 'example/prometheus-operator-crd',
    kinds: ['PodMonitor', 'PrometheusRule', 'ServiceMonitor'],
    further: 'example/prometheus-operator-crd',
    typed: { PodMonitor: 'v1', PrometheusRule: 'v1', ServiceMonitor: 'v1' },
  },
];

export const KUBERNETES_SOURCE: KubernetesSource = {
  module: 'k8s.io/kubernetes',
  version: 'v1.35.4',
  folder: 'api/openapi-spec',
  kinds: {
    Namespace: 'v1',
    ConfigMap: 'v1',
    Service: 'v1',
    ServiceAccount: 'v1',
    PersistentVolumeClaim: 'v1',
    Deployment: 'apps/v1',
    StatefulSet: 'apps/v1',
    Job: 'batch/v1',
    Lease: 'coordination.k8s.io/v1',
    ResourceClaim: 'resource.k8s.io/v1',
    ResourceClaimTemplate: 'resource.k8s.io/v1',
    DeviceClass: 'resource.k8s.io/v1',
    PodDisruptionBudget: 'policy/v1',
    Role: 'rbac.authorization.k8s.io/v1',
    RoleBinding: 'rbac.authorization.k8s.io/v1',
    ClusterRole: 'rbac.authorization.k8s.io/v1',
    ClusterRoleBinding: 'rbac.authorization.k8s.io/v1',
  },
};

/** The source as generated files name it. */
export function origin({ module, version }: Source): string {
  return `${module}@${version}`;
}
