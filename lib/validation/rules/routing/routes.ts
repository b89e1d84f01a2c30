import type { Resource } from '../../../api-server/resource';
import type { ResourceSet } from '../../resource-set';

const KINDS = ['GRPCRoute', 'HTTPRoute', 'TCPRoute', 'TLSRoute', 'UDPRoute'];

/** Every route of Gateway API. */
export function routes(set: ResourceSet): readonly Resource[] {
  return KINDS.flatMap((kind) => set.ofKind('gateway.networking.k8s.io', kind));
}
