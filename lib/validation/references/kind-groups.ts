import { AGENTGATEWAY_GROUP, ENVOY_GATEWAY_GROUP, POOL_GROUP } from '../../catalogue/api-groups';
import { grouped } from '../../text/grouped';
import { type Identity, keyOf, type Resource } from '../../api-server/resource';
import type { ResourceSet } from '../resource-set';
import { isSelection, type Reference } from './reference';

/** Kinds that other objects refer to, by the only group in which a reference to them makes sense. */
const KINDS_BY_GROUP: { readonly [group: string]: readonly string[] } = {
  '': ['ConfigMap', 'PersistentVolumeClaim', 'Secret', 'Service', 'ServiceAccount'],
  [AGENTGATEWAY_GROUP]: ['AgentgatewayBackend', 'AgentgatewayModel', 'AgentgatewayParameters', 'AgentgatewayPolicy'],
  apps: ['DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'],
  [ENVOY_GATEWAY_GROUP]: ['EnvoyProxy'],
  'gateway.networking.k8s.io': [
    'GRPCRoute',
    'Gateway',
    'GatewayClass',
    'HTTPRoute',
    'ListenerSet',
    'TCPRoute',
    'TLSRoute',
    'UDPRoute',
  ],
  [POOL_GROUP]: ['InferencePool'],
  'rbac.authorization.k8s.io': ['ClusterRole', 'Role'],
};

const GROUP_OF_KIND: ReadonlyMap<string, string> = new Map(
  Object.entries(KINDS_BY_GROUP).flatMap(([group, kinds]) => kinds.map((kind) => [kind, group])),
);

/** The group that a reference should name; undefined where its own is right or unknown. */
export function rightGroup(set: ResourceSet, { to }: Reference): string | undefined {
  if (isSelection(to) || set.has(to)) return undefined;
  const namesakes = set.view(byKindAndName).get(kindAndName(to));
  const group = namesakes?.[0].group ?? GROUP_OF_KIND.get(to.kind);
  return group === to.group ? undefined : group;
}

function byKindAndName(set: ResourceSet): ReadonlyMap<string, readonly Resource[]> {
  return grouped(set.resources, kindAndName);
}

function kindAndName(identity: Identity): string {
  return keyOf({ ...identity, group: '' });
}
