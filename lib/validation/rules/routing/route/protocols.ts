import type { Resource } from '../../../../api-server/resource';
import { own } from '../../../../text/own';

const GATEWAY_API = 'gateway.networking.k8s.io';

/** The kinds of routes that a protocol takes. Others, with a domain before their name, are a controller's own. */
const KINDS: { readonly [protocol: string]: readonly string[] } = {
  HTTP: ['HTTPRoute', 'GRPCRoute'],
  HTTPS: ['HTTPRoute', 'GRPCRoute'],
  TCP: ['TCPRoute'],
  TLS: ['TLSRoute', 'TCPRoute'],
  UDP: ['UDPRoute'],
};

/** Whether a listener takes routes of this kind, by its protocol and by what it allows. */
export function takes({ protocol, allowedRoutes }: any, route: Resource): boolean {
  const isOfProtocol = own(KINDS, protocol)?.includes(route.kind) ?? true;
  const allowed: any[] = allowedRoutes?.kinds ?? [];
  const isAllowed = allowed.some(({ group = GATEWAY_API, kind }) => group === route.group && kind === route.kind);
  return route.group !== GATEWAY_API || (isOfProtocol && (allowed.length === 0 || isAllowed));
}
