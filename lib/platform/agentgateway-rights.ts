import type { PolicyRule } from '../../imports/k8s';
import { AGENTGATEWAY_GROUP, POOL_GROUP } from '../catalogue/api-groups';
import { MANAGE, WATCH } from '../kubernetes/rbac';
import { AGENTGATEWAY_KINDS } from './identity';

const ROUTING_KINDS = [
  'backendtlspolicies',
  'gateways',
  'grpcroutes',
  'httproutes',
  'listenersets',
  'tcproutes',
  'tlsroutes',
];

/** Rights of agentgateway's controller. Source: its chart at v1.4.1, templates/role.yaml, with inferenceExtension. */
export const CHART_RIGHTS: readonly PolicyRule[] = [
  rule('', ['configmaps', 'services'], MANAGE),
  rule('', ['endpoints', 'namespaces', 'nodes', 'pods'], WATCH),
  rule('', ['events'], ['create', 'patch']),
  rule('', ['secrets', 'serviceaccounts'], without('update', MANAGE)),
  rule(AGENTGATEWAY_GROUP, AGENTGATEWAY_KINDS, WATCH),
  rule(AGENTGATEWAY_GROUP, status(AGENTGATEWAY_KINDS), ['get', 'patch', 'update']),
  rule('apiextensions.k8s.io', ['customresourcedefinitions'], WATCH),
  rule('apps', ['daemonsets', 'deployments'], MANAGE),
  rule('authentication.k8s.io', ['tokenreviews'], ['create']),
  rule('autoscaling', ['horizontalpodautoscalers'], MANAGE),
  rule('coordination.k8s.io', ['leases'], ['create', 'get', 'update']),
  rule('discovery.k8s.io', ['endpointslices'], WATCH),
  rule('gateway.networking.k8s.io', [...ROUTING_KINDS, 'referencegrants'], WATCH),
  rule('gateway.networking.k8s.io', status([...ROUTING_KINDS, 'gatewayclasses']), ['patch', 'update']),
  rule('gateway.networking.k8s.io', ['gatewayclasses'], without('delete', MANAGE)),
  rule(POOL_GROUP, ['inferencepools'], WATCH),
  rule(POOL_GROUP, status(['inferencepools']), ['patch', 'update']),
  rule('networking.istio.io', ['destinationrules', 'serviceentries', 'workloadentries'], WATCH),
  rule('policy', ['poddisruptionbudgets'], MANAGE),
  rule('security.istio.io', ['authorizationpolicies'], WATCH),
];

/**
 * The chart's rights without those that `GATEWAY_RIGHTS` and `CONTROLLER_RIGHTS` give in single namespaces. All reading
 * stays: every watch covers the whole cluster, and the controller is not ready before all of them have begun. The setting
 * AGW_DISCOVERY_NAMESPACE_SELECTORS only drops objects after they were read. Source: agentgateway v1.4.1,
 * controller/pkg/pluginsdk/collections/discovery.go and pkg/controller/gw_controller.go.
 */
export const CLUSTER_RIGHTS: readonly PolicyRule[] = CHART_RIGHTS.filter(
  ({ resources = [] }) => !resources.includes('events') && !resources.includes('leases'),
).map((right) => (right.verbs.includes('delete') ? { ...right, verbs: WATCH } : right));

/**
 * What the controller writes beside a Gateway: the parts of its proxy, by server-side apply, and events. Only workloads,
 * autoscalers and disruption budgets are deleted by it; the rest goes with the Gateway, which owns it.
 * Source: agentgateway v1.4.1, controller/pkg/deployer/deployer.go and pkg/syncer/nack/publisher.go.
 */
export const GATEWAY_RIGHTS: readonly PolicyRule[] = [
  rule('', ['configmaps', 'secrets', 'serviceaccounts', 'services'], ['create', 'patch']),
  rule('', ['events'], ['create', 'patch']),
  rule('apps', ['daemonsets', 'deployments'], ['create', 'delete', 'patch']),
  rule('autoscaling', ['horizontalpodautoscalers'], ['create', 'delete', 'patch']),
  rule('policy', ['poddisruptionbudgets'], ['create', 'delete', 'patch']),
];

/**
 * What the controller writes in its own namespace: the key sets that it has fetched, the leader's Lease with its events,
 * and the Secret with the authority of the certificate that it shows its proxies. Source: agentgateway v1.4.1, controller/pkg/setup/xds_tls.go,
 * pkg/setup/setup.go and pkg/agentgateway/jwks/configmap_controller.go.
 */
export const CONTROLLER_RIGHTS: readonly PolicyRule[] = [
  rule('', ['configmaps'], ['create', 'delete', 'update']),
  rule('', ['events'], ['create', 'patch']),
  rule('', ['secrets'], ['create']),
  rule('coordination.k8s.io', ['leases'], ['create', 'get', 'update']),
];

function rule(apiGroup: string, resources: string[], verbs: string[]): PolicyRule {
  return { apiGroups: [apiGroup], resources, verbs };
}

function status(kinds: string[]): string[] {
  return kinds.map((kind) => `${kind}/status`);
}

function without(verb: string, verbs: string[]): string[] {
  return verbs.filter((other) => other !== verb);
}
