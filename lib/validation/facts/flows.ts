import { GATEWAYS } from '../../catalogue/gateways/gateways';
import { keyOf, type Resource } from '../../api-server/resource';
import type { ResourceSet } from '../resource-set';
import { type EndpointPicker, endpointPickers } from './endpoint-pickers';
import { providerOf } from './gateway-providers';
import { membersOf, type PoolMember } from './members';
import type { Peer } from './network-policies';
import { pickerPort } from './picker-scope';
import { pickersOf, poolOfPicker } from './pool-of-picker';
import type { PodTemplate } from './pod-template';
import { proxies } from './proxies';

/** A connection that the path of a request needs. */
export interface Flow<From> {
  readonly from: From;
  readonly to: PodTemplate;
  readonly port: number;
  /** What it is for, as in `Deployment a must reach Deployment b to …`. */
  readonly purpose: string;
}

/** The proxies that a controller makes for a Gateway; their pods are not in the set. */
export interface GatewayPeer extends Peer {
  readonly name: string;
}

/** The connections between pods of the set. */
export function flows(set: ResourceSet): readonly Flow<PodTemplate>[] {
  const all = [
    ...set.view(endpointPickers).flatMap((picker) => scrapes(set, picker)),
    ...set.view(proxies).flatMap(({ pod, pickers }) => pickers.flatMap((picker) => path(set, pod, picker))),
  ];
  return all.filter(({ from, to }) => from.spec.hostNetwork !== true && from !== to);
}

/** The connections from the Gateways that routes name. */
export function gatewayFlows(set: ResourceSet): readonly Flow<GatewayPeer>[] {
  const all = set.ofKind('gateway.networking.k8s.io', 'HTTPRoute').flatMap((route) => {
    const gateways = gatewaysOf(set, route);
    return poolsOf(set, route).flatMap((pool) =>
      gateways.flatMap((gateway) => pickersOf(set, pool).flatMap((picker) => path(set, gateway, picker))),
    );
  });
  // Several routes may join the same Gateway and pool.
  const keyed = all.map((flow) => [`${flow.from.name} ${flow.port} ${keyOf(flow.to.resource)}`, flow] as const);
  return [...new Map(keyed).values()];
}

/** Requests go to the picker first, and then to the pod that it picks. */
function path<From>(set: ResourceSet, from: From, picker: EndpointPicker): Flow<From>[] {
  return [
    { from, to: picker.pod, port: pickerPort(picker, 'grpc-port'), purpose: 'ask for an endpoint' },
    ...toMembers(set, from, picker, 'send requests'),
  ];
}

function scrapes(set: ResourceSet, picker: EndpointPicker): Flow<PodTemplate>[] {
  return toMembers(set, picker.pod, picker, 'read its metrics');
}

function toMembers<From>(set: ResourceSet, from: From, picker: EndpointPicker, purpose: string): Flow<From>[] {
  return poolOf(set, picker).flatMap(({ pod, targetPorts }) =>
    targetPorts.map((port) => ({ from, to: pod, port, purpose })),
  );
}

/** The pods that a picker picks from. */
export function poolOf(set: ResourceSet, picker: EndpointPicker): readonly PoolMember[] {
  const identity = poolOfPicker(set, picker);
  const pool = identity === undefined ? picker.pod.resource : set.find(identity);
  return pool === undefined ? [] : membersOf(set, pool);
}

function poolsOf(set: ResourceSet, { object, namespace: own }: Resource): Resource[] {
  const backends: any[] = (object.spec?.rules ?? []).flatMap(({ backendRefs = [] }: any) => backendRefs);
  const pools = backends.flatMap(({ group = '', kind, name, namespace = own }) =>
    kind === 'InferencePool' ? (set.find({ group, kind, name, namespace }) ?? []) : [],
  );
  return [...new Set(pools)];
}

function gatewaysOf(set: ResourceSet, { object, namespace: own }: Resource): GatewayPeer[] {
  const parents: any[] = object.spec?.parentRefs ?? [];
  return parents
    .filter(({ kind = 'Gateway' }) => kind === 'Gateway')
    .map(({ name, namespace = own }) => {
      const gateway = set.find({ group: 'gateway.networking.k8s.io', kind: 'Gateway', name, namespace });
      const provider = gateway && providerOf(set, gateway);
      const isBeside = provider !== undefined && GATEWAYS[provider].proxyNamespace === 'gateway';
      return { name: `${namespace}/${name}`, namespace: isBeside ? namespace : undefined, labels: undefined };
    });
}
